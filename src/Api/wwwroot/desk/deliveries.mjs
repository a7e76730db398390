// What the shop's own systems were told of, and what they would not take.
import { badge, button, element } from '../shared/elements.mjs';
import { since } from '../shared/format.mjs';

const route = '/v1/desk/webhooks';
const states = { waiting: ['On its way', 'warn', 'clock'], delivered: ['Delivered', 'good', 'check'], dead: ['Given up', 'bad', 'alert'] };
const filters = [['', 'All deliveries'], ['dead', 'Given up'], ['waiting', 'On their way'], ['delivered', 'Delivered']];
const types = { 'conversation.handed_off': 'Handed to a person', 'conversation.closed': 'Conversation closed', 'action.executed': 'Action executed' };

/** Shows the deliveries of the state that the address names; all unless it does. */
export async function showDeliveries({ root, client, query, attempt, announce }) {
  const state = query.get('state') ?? '';
  const filter = element('select', { id: 'state' }, ...filters.map(([value, text]) => element('option', { value, textContent: text })));
  filter.value = state;
  filter.addEventListener('change', () => { location.hash = `#/deliveries${filter.value ? `?state=${filter.value}` : ''}`; });
  const list = element('ul', { className: 'found' });
  const more = button('Older deliveries', () => attempt(page), 'bare');
  root.replaceChildren(
    element('div', { className: 'row' }, element('h2', { textContent: 'Deliveries' }),
      element('label', { className: 'unseen', htmlFor: 'state', textContent: 'State' }), element('span', { className: 'push span' }, filter)),
    element('p', { className: 'quiet', textContent: 'Hand-offs, executed actions and closed conversations, as your own systems are told of them.' }),
    list, more);
  let next = null;
  await page();

  async function page() {
    const found = await client.get(`${route}?limit=30${state ? `&state=${state}` : ''}${next ? `&after=${encodeURIComponent(next)}` : ''}`);
    next = found.next;
    more.hidden = !next;
    list.append(...found.items.map(line));
    if (list.childElementCount === 0)
      list.append(element('li', { className: 'empty', textContent: state ? 'There are none of these.' : 'Nothing was sent. Endpoints are set under Support:Webhooks in the settings.' }));
  }

  function line(one) {
    const retry = one.state === 'dead' && button('Try again', () => attempt(async () => {
      made.replaceWith(line(await client.post(`${route}/${encodeURIComponent(one.id)}/retry`)));
      announce('It is tried again.');
    }), 'plain');
    const made = element('li', { className: 'card delivery' },
      element('div', { className: 'row' }, badge(...states[one.state]), element('strong', { textContent: types[one.type] ?? one.type }),
        element('span', { className: 'quiet', textContent: `to ${one.endpoint}` }), element('span', { className: 'quiet push', textContent: since(one.createdAt) })),
      element('div', { className: 'row' },
        one.conversationId && element('a', { href: `#/queue/${encodeURIComponent(one.conversationId)}`, textContent: 'Open the conversation' }),
        one.error && element('span', { className: 'quiet', textContent: `Attempt ${one.attempts}: ${one.error}` }),
        element('span', { className: 'push' }, retry)));
    return made;
  }
}
