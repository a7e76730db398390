// How values are written for people, in the browser's language.
const moment = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const ago = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' });

/** An amount with its currency. */
export function money(amount, currency = 'USD') {
  return new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(amount);
}

export const time = at => moment.format(new Date(at));
export const date = at => day.format(new Date(at));

/** True for the ids of people whom no account is known of. */
export function isVisitor(customerId) {
  return customerId.startsWith('visitor:');
}

/** The name of a customer as staff see it. */
export function customerLabel(name, customerId) {
  return name ?? (isVisitor(customerId) ? 'Visitor' : customerId);
}

/** "3 min. ago": how long it is since then. */
export function since(at, now = Date.now()) {
  const seconds = Math.round((new Date(at) - now) / 1000);
  for (const [unit, length] of [['day', 86400], ['hour', 3600], ['minute', 60]]) {
    if (Math.abs(seconds) >= length)
      return ago.format(Math.trunc(seconds / length), unit);
  }
  return 'just now';
}

/** "2 h 5 min": a length of time in milliseconds. */
export function duration(ms) {
  if (ms == null)
    return '–';
  if (ms < 1000)
    return `${Math.round(ms)} ms`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60)
    return `${(ms / 1000).toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** "1 rating", "2 ratings". */
export function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** "return_items" as "return items", the way people read it. */
export function words(name) {
  const text = name.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
