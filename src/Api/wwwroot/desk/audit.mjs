// What staff and admins did, for admins.
import { button, element } from '../shared/elements.mjs';

const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** Shows the log, newest first; the address may name whose. */
export async function showAudit({ root, client, query, attempt }) {
  const actor = query.get('actor') ?? '';
  const who = element('input', { id: 'actor', type: 'search', value: actor, placeholder: 'Everybody' });
  const form = element('form', { className: 'row' }, element('label', { htmlFor: 'actor', textContent: 'Who' }), element('span', { className: 'span' }, who), element('button', { type: 'submit', className: 'plain', textContent: 'Show' }));
  form.addEventListener('submit', event => {
    event.preventDefault();
    location.hash = `#/audit${who.value.trim() ? `?actor=${encodeURIComponent(who.value.trim())}` : ''}`;
  });
  const rows = element('tbody');
  const more = button('Older', () => attempt(page), 'bare');
  root.replaceChildren(element('h2', { textContent: 'Audit' }), form,
    element('div', { className: 'scroll', tabIndex: 0, role: 'region', ariaLabel: 'Calls of staff and admins' }, element('table', { className: 'data' },
      element('thead', {}, element('tr', {}, ...['When', 'Who', 'What', 'For customer', 'Status', 'From'].map(name => element('th', { scope: 'col', textContent: name })))), rows)),
    more);
  let next = null;
  await page();

  async function page() {
    const found = await client.get(`/v1/audit?limit=50${actor ? `&actor=${encodeURIComponent(actor)}` : ''}${next ? `&after=${encodeURIComponent(next)}` : ''}`);
    next = found.next;
    more.hidden = !next;
    rows.append(...found.items.map(one => element('tr', {}, ...[
      when.format(new Date(one.at)), `${one.actor} (${one.role})`, `${one.method} ${one.path}${one.tool ? ` · ${one.tool}` : ''}`, one.customerId ?? '–', `${one.status}`, one.address ?? '–',
    ].map(text => element('td', { textContent: text })))));
  }
}
