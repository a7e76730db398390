// Known issues: what many customers run into at once. Staff confirm one with an answer, resolve it, or wave it off.
import { openDialog } from '../shared/dialog.mjs';
import { badge, button, element } from '../shared/elements.mjs';
import { words } from '../shared/format.mjs';

const route = '/v1/desk/known-issues';

/** True when this gateway keeps known issues. */
export async function hasIssues(client) {
  try {
    await client.get(`${route}?limit=1`);
    return true;
  } catch {
    return false;
  }
}

/** Shows them. */
export async function showIssues(desk) {
  const { root, client } = desk;
  const { items } = await client.get(route);
  root.replaceChildren(element('h2', { textContent: 'Known issues' }),
    items.length === 0
      ? element('p', { className: 'quiet', textContent: 'Nothing that several customers told of lately.' })
      : element('ul', { className: 'found' }, ...items.map(one => card(one, desk))));
}

function card(one, desk) {
  const { client, attempt, announce } = desk;
  const act = (action, body, told) => attempt(async () => {
    await client.post(`${route}/${encodeURIComponent(one.id)}/${action}`, body);
    announce(told);
    await showIssues(desk);
  });
  return element('li', { className: 'card' },
    element('h3', { textContent: `${one.productName ?? one.productId}: ${one.title}` }),
    element('p', {}, badge(words(one.status)), element('span', { className: 'quiet', textContent: ` ${one.customers} customers, latest ${new Date(one.lastAt).toLocaleString()}` })),
    one.answer ? element('p', { textContent: one.answer }) : null,
    element('ul', {}, ...one.reports.map(report => element('li', { className: 'quiet', textContent: `“${report.symptom}”` }))),
    element('div', { className: 'row' },
      button(one.status === 'confirmed' ? 'Change the answer' : 'Confirm', () => ask('What are the next customers told?', one.answer ?? '', answer => act('confirm', { answer }, 'Confirmed: the next customers are told.'))),
      button('Resolve', () => ask('What is written to everybody who told of it?', '', message => act('resolve', { message }, 'Resolved: everybody who told of it was written to.'))),
      one.status === 'suspected' ? button('No issue', () => act('dismiss', {}, 'Dismissed.'), 'bare') : null));
}

function ask(label, value, send) {
  const text = element('textarea', { id: 'issue-text', rows: 4, required: true, maxLength: 4000, value });
  const form = element('form', { className: 'dialog-body' }, element('label', { htmlFor: 'issue-text', textContent: label }), text,
    element('div', { className: 'row' }, element('button', { type: 'submit', textContent: 'Send' })));
  const dialog = openDialog(label, form);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    dialog.close();
    await send(text.value);
  });
}
