// Charts as SVG drawn here, each with the same figures as a table.
import { element } from '../shared/elements.mjs';

const svg = 'http://www.w3.org/2000/svg';
const width = 600;
const height = 160;
const foot = 22;
const side = 40;

/** Columns over time; `lines` are { label, values }, a column for each value, one in front of the other. */
export function columns(title, heads, lines, top = null) {
  const most = top ?? scale(Math.max(...lines.map(line => Math.max(...line.values)), 0));
  const picture = draw('svg', { viewBox: `0 0 ${width} ${height + foot}`, role: 'img', 'aria-label': `${title}; the table below has the figures` });
  for (const share of [0, .5, 1]) {
    const y = height - share * (height - 10);
    const mark = draw('text', { x: side - 8, y: y + 4, 'text-anchor': 'end' });
    mark.textContent = Number((share * most).toPrecision(3)).toLocaleString();
    picture.append(draw('line', { class: 'grid', x1: side, x2: width, y1: y, y2: y }), mark);
  }
  const step = (width - side) / Math.max(1, lines.length);
  const gap = Math.min(6, step * .25);
  lines.forEach((line, index) => line.values.forEach((value, series) => {
    const tall = most > 0 ? value / most * (height - 10) : 0;
    const inset = gap / 2 + (line.values.length > 1 ? series * step * .12 : 0);
    const bar = draw('rect', { class: `series-${series}`, x: side + index * step + inset, y: height - tall, width: Math.max(1, step - 2 * inset), height: tall, rx: 2 });
    const tip = draw('title', {});
    tip.textContent = `${line.label}: ${heads[series + 1]} ${value}`;
    bar.append(tip);
    picture.append(bar);
  }));
  // As many days as there is room for are named.
  const every = Math.ceil(lines.length / 8);
  lines.forEach((line, index) => {
    if (index % every !== 0)
      return;
    const label = draw('text', { x: side + (index === 0 ? 0 : index * step + step / 2), y: height + 16, 'text-anchor': index === 0 ? 'start' : 'middle' });
    label.textContent = line.label;
    picture.append(label);
  });
  const legend = heads.length > 2 && element('p', { className: 'legend' },
    ...heads.slice(1).map((name, series) => element('span', {}, element('i', { className: `series-${series}` }), name)));
  return figure(title, most > 0 ? [legend, picture] : [nothing()], table(heads, lines.map(line => [line.label, ...line.values])));
}

/** The next round number, whose half is one too. */
function scale(most) {
  const power = 10 ** Math.floor(Math.log10(most || 1));
  return most <= 0 ? 0 : [1, 2, 4, 6, 10].map(step => step * power).find(step => step >= most);
}

/** Bars for names, the longest first; the numbers stand beside them, so they are their own table. */
export function barList(title, head, counts) {
  const most = Math.max(...counts.map(one => one.count), 0);
  if (most === 0)
    return figure(title, [nothing()]);
  const rows = counts.map(one => {
    const bar = draw('svg', { class: 'bar', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
    bar.append(draw('rect', { class: 'series-0', x: 0, y: 0, height: 10, width: Math.max(.5, 100 * one.count / most), rx: 1 }));
    return element('tr', {}, element('th', { scope: 'row', textContent: one.name }), element('td', { className: 'bar-cell' }, bar), element('td', { className: 'number', textContent: one.count }));
  });
  return figure(title, [element('table', { className: 'data bars' },
    element('thead', { className: 'unseen' }, element('tr', {}, ...[head, 'Share', 'Count'].map(text => element('th', { scope: 'col', textContent: text })))),
    element('tbody', {}, ...rows))]);
}

function figure(title, shown, data = null) {
  return element('section', { className: 'card chart', ariaLabel: title }, element('h3', { textContent: title }), ...shown,
    data && element('details', {}, element('summary', { textContent: 'As a table' }), data));
}

function table(heads, rows) {
  return element('div', { className: 'scroll', tabIndex: 0, role: 'region', ariaLabel: 'Figures' }, element('table', { className: 'data' },
    element('thead', {}, element('tr', {}, ...heads.map(text => element('th', { scope: 'col', textContent: text })))),
    element('tbody', {}, ...rows.map(row => element('tr', {}, ...row.map((cell, index) => element('td', { className: index ? 'number' : '', textContent: cell })))))));
}

function nothing() {
  return element('p', { className: 'quiet', textContent: 'Nothing in this span.' });
}

function draw(name, attributes) {
  const made = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes))
    made.setAttribute(key, value);
  return made;
}
