// The hand-off queue, and beside it the conversation that was picked.
import { badge, element } from '../shared/elements.mjs';
import { customerLabel, duration } from '../shared/format.mjs';
import { Conversation } from './conversation.mjs';

const refreshMs = 5_000;
const longWaitMs = 10 * 60_000;

/** Shows the queue and, when `id` names one, a conversation. */
export async function showQueue({ root, client, who, signal, id, attempt, announce }) {
  const list = element('ul', { className: 'queue-list' });
  const count = element('span', { className: 'quiet' });
  const side = element('section', { className: 'side', ariaLabel: 'Queue' },
    element('div', { className: 'row side-head' }, element('h2', { textContent: 'Queue' }), count), list);
  const place = element('section', { className: 'place', ariaLabel: 'Conversation' });
  root.replaceChildren(side, place);
  root.classList.toggle('picked', Boolean(id));
  let last = '';

  const refresh = async () => {
    const { items } = await client.get('/v1/desk/queue');
    const waiting = items.filter(item => !item.assignedTo).length;
    count.textContent = `${waiting} waiting, ${items.length - waiting} with a person`;
    if (last && waiting > Number(last))
      announce(`${waiting} customers are waiting.`);
    last = `${waiting}`;
    update(list, items, id, who);
  };
  if (id) {
    const conversation = new Conversation(place, { client, who, signal, attempt, changed: () => attempt(refresh) });
    attempt(() => conversation.open(id));
  } else {
    place.replaceChildren(element('p', { className: 'quiet empty', textContent: 'Pick a conversation.' }));
  }
  await refresh();
  const timer = setInterval(() => refresh().catch(() => {}), refreshMs);
  signal.addEventListener('abort', () => clearInterval(timer));
}

// The line that has the focus stays the same element, so that a refresh takes nobody's place away.
function update(list, items, current, who) {
  const known = new Map([...list.children].map(line => [line.dataset.id, line]));
  const lines = items.map(item => {
    const id = item.conversation.conversationId;
    const line = known.get(id) ?? element('li', { data: { id } }, element('a', { href: `#/queue/${encodeURIComponent(id)}` }));
    const link = line.firstChild;
    if (id === current)
      link.setAttribute('aria-current', 'true');
    const waited = Date.now() - new Date(item.waitingSince);
    const mine = item.assignedTo === who.sub;
    link.replaceChildren(
      element('span', { className: 'row' },
        element('strong', { textContent: customerLabel(item.customerName, item.conversation.customerId) }),
        element('span', { className: 'push' }, item.assignedTo
          ? badge(mine ? 'Yours' : item.assignedTo, 'info', 'person')
          : badge(duration(waited), waited > longWaitMs ? 'bad' : 'warn', 'clock'))),
      element('span', { className: 'reason', textContent: item.reason ?? 'No reason given' }),
      element('span', { className: 'quiet', textContent: item.conversation.title ?? '' }));
    return line;
  });
  if (lines.length === 0)
    lines.push(element('li', { className: 'quiet empty', textContent: 'Nobody is waiting.' }));
  if (lines.length !== list.children.length || lines.some((line, index) => line !== list.children[index]))
    list.replaceChildren(...lines);
}
