// A change that waits for a yes, as a card with its amounts.
import { badge, button, element, icon } from './elements.mjs';
import { money, time } from './format.mjs';

const customers = { head: 'Please confirm', yes: 'Confirm', no: 'Not now', back: 'You get back', pay: 'You pay' };

/** The card. `decide(accept)` is called for its buttons; without it the card is for reading. */
export function proposalCard(given, decide, labels = customers) {
  const amounts = element('dl', { className: 'amounts' });
  for (const line of given.lines ?? [])
    addLine(amounts, line.text, line.amount == null ? '' : money(line.amount, given.currency));
  if (given.amount)
    addLine(amounts, given.amount < 0 ? labels.back : labels.pay, money(Math.abs(given.amount), given.currency), 'total');
  const foot = element('div', { className: 'row proposal-foot' });
  const card = element('section', { className: 'proposal', ariaLabel: 'Proposal', data: { proposal: given.id } },
    element('h3', {}, icon('check'), labels.head),
    element('p', { textContent: given.summary }),
    amounts.childElementCount > 0 && amounts,
    foot);
  if (decide && new Date(given.expiresAt) > Date.now()) {
    foot.append(
      button(labels.yes, () => decide(true), ''),
      button(labels.no, () => decide(false)),
      element('span', { className: 'quiet', textContent: `Valid until ${time(given.expiresAt)}` }));
  } else {
    foot.append(badge(decide ? 'Expired' : 'Waiting for the customer', '', 'clock'));
  }
  return card;
}

/** Shows on the card how it was settled: true confirmed, false declined. */
export function settleProposal(root, proposalId, accepted) {
  const card = [...root.querySelectorAll('.proposal')].findLast(one => one.dataset.proposal === proposalId);
  card?.classList.add('settled');
  card?.querySelector('.proposal-foot').replaceChildren(
    accepted ? badge('Confirmed', 'good', 'check') : badge('Not now', '', 'cross'));
}

function addLine(list, text, amount, className = '') {
  list.append(element('dt', { className, textContent: text }), element('dd', { className, textContent: amount }));
}
