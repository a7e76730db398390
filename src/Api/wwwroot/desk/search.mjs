// Search over all conversations.
import { badge, button, element } from '../shared/elements.mjs';
import { customerLabel, since } from '../shared/format.mjs';

const pageSize = 20;
const states = [['', 'Any state'], ['open', 'With the agents'], ['waiting_for_person', 'Waiting for a person'], ['with_person', 'With a person'], ['closed', 'Closed']];

/** Shows the form and, when the address has words, what they find. */
export async function showSearch({ root, client, query, attempt, announce }) {
  const words = element('input', { type: 'search', id: 'search-words', value: query.get('q') ?? '', maxLength: 200, placeholder: 'Words, a name, an order or a customer id' });
  const state = element('select', { id: 'search-state', ariaLabel: 'State' }, ...states.map(([value, text]) => element('option', { value, textContent: text })));
  state.value = query.get('status') ?? '';
  const list = element('ul', { className: 'found' });
  const more = button('More', () => attempt(() => page(next)));
  let next = null;
  more.hidden = true;
  const form = element('form', { className: 'row search-form', role: 'search' },
    element('label', { className: 'unseen', htmlFor: 'search-words', textContent: 'Search conversations' }), words, state,
    element('button', { type: 'submit', textContent: 'Search' }));
  form.addEventListener('submit', event => {
    event.preventDefault();
    // The address keeps the search, so that Back comes here again.
    const address = new URLSearchParams({ q: words.value.trim(), status: state.value });
    if (location.hash === `#/search?${address}`)
      dispatchEvent(new HashChangeEvent('hashchange'));
    else
      location.hash = `#/search?${address}`;
  });
  root.replaceChildren(element('h2', { textContent: 'Search' }), form, list, more);
  if (!query.has('q')) {
    words.focus();
    return;
  }

  async function page(after) {
    const address = new URLSearchParams({ q: words.value, status: state.value, limit: pageSize, ...(after && { after }) });
    const found = await client.get(`/v1/desk/conversations?${address}`);
    list.append(...found.items.map(line));
    next = found.next;
    more.hidden = !next;
    if (list.childElementCount === 0)
      list.append(element('li', { className: 'quiet', textContent: 'Nothing was found.' }));
    announce(`${list.childElementCount} conversations${next ? ' and more' : ''}`);
  }
  await page(null);
}

function line({ conversation, customerName, excerpt }) {
  return element('li', {}, element('a', { href: `#/queue/${encodeURIComponent(conversation.conversationId)}` },
    element('span', { className: 'row' },
      element('strong', { textContent: conversation.title ?? 'Untitled' }),
      badge(states.find(([value]) => value === conversation.status)?.[1] ?? conversation.status),
      element('span', { className: 'quiet push', textContent: since(conversation.updatedAt) })),
    element('span', { className: 'quiet', textContent: customerLabel(customerName, conversation.customerId) }),
    excerpt && element('span', { className: 'excerpt', textContent: excerpt })));
}
