// Elements without markup in strings: words can never become HTML.
const svg = 'http://www.w3.org/2000/svg';

const paths = {
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M5 12l15-7-6 15-3-6z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c1-4 4-5.5 7.5-5.5s6.500 1.500 7.500 5.500',
  plus: 'M12 5v14M5 12h14',
  box: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  star: 'M12 4l2.500 5.200 5.500.700-4 3.900 1 5.700-5-2.800-5 2.800 1-5.700-4-3.900 5.500-.700z',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  back: 'M15 5l-7 7 7 7',
  check: 'M5 12.500l4.500 4.500L19 7',
  cross: 'M7 7l10 10M17 7L7 17',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2',
  book: 'M5 5c3-1.500 5-1 7 .500 2-1.500 4-2 7-.500v14c-3-1.500-5-1-7 .500-2-1.500-4-2-7-.500zM12 5.500v14',
  wrench: 'M14.500 5.500a4.500 4.500 0 0 0-5 6.300L4 17.300 6.700 20l5.500-5.500a4.500 4.500 0 0 0 6.300-5L15.500 12.500 12 12l-.500-3.500z',
  heart: 'M12 20s-7.500-4.500-7.500-10A4.200 4.200 0 0 1 12 7.500 4.200 4.200 0 0 1 19.500 10c0 5.500-7.500 10-7.500 10z',
  gear: 'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.200 2.200M16.200 16.200l2.200 2.200M5.600 18.400l2.200-2.200M16.200 7.800l2.200-2.200',
  spark: 'M12 3l2 6 6 2-6 2-2 6-2-6-6-2 6-2z',
  note: 'M6 4h9l4 4v12H6zM9 12h7M9 16h5',
  search: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500L20 20',
  chart: 'M4 20h16M7 20v-7M12 20V6M17 20v-10',
  inbox: 'M4 13l3-8h10l3 8v6H4zM4 13h5l1 2.500h4l1-2.500h5',
  key: 'M14.500 12.500a4.500 4.500 0 1 0-3-3L4 17v3h3l1-1v-2h2v-2h2zM15.500 8.500v.100',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  shield: 'M12 4l7 3v5c0 4-3 7-7 8-4-1-7-4-7-8V7zM9 12l2 2 4-4',
  alert: 'M12 4l9 16H3zM12 10v4.500M12 17.500v.100',
};

/** An element with properties and children; `data` and `attrs` set data attributes and others. Null children are left out. */
export function element(tag, { data, attrs, ...properties } = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  Object.assign(made.dataset, data);
  for (const [name, value] of Object.entries(attrs ?? {}))
    made.setAttribute(name, value);
  made.append(...children.filter(child => child != null && child !== false));
  return made;
}

/** A decorative icon. */
export function icon(name) {
  const made = document.createElementNS(svg, 'svg');
  made.setAttribute('viewBox', '0 0 24 24');
  made.setAttribute('class', 'icon');
  made.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', paths[name]);
  made.append(path);
  return made;
}

/** A button with words; `kind` is its class. */
export function button(text, onclick, kind = 'plain', name = null) {
  return element('button', { type: 'button', className: kind, onclick }, name && icon(name), text);
}

/** A badge; tone is good, warn, bad, info or empty. */
export function badge(text, tone = '', name = null) {
  return element('span', { className: `badge ${tone}` }, name && icon(name), text);
}

/** Puts icons into the page's own buttons: `<span data-icon="menu">`. */
export function placeIcons(root = document) {
  for (const place of root.querySelectorAll('[data-icon]'))
    place.replaceWith(icon(place.dataset.icon));
}
