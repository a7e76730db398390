// What was said, as elements.
import { render } from './markdown.mjs';

/** An element with properties and children. */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** A line of the conversation: role is customer, agent, staff or system. */
export function message(role, text, speaker) {
  const made = element('article', { className: `message ${role}` });
  if (speaker)
    made.append(element('div', { className: 'speaker', textContent: speaker }));
  made.append(role === 'agent' || role === 'staff' ? render(text) : text);
  return made;
}

/** An agent's answer with its proposal, choices and citations. `act` sends the customer's reaction; null shows none to take. */
export function answer(given, act) {
  const made = message('agent', given.reply, speakers(given.agents));
  if (given.proposal)
    made.append(proposal(given.proposal, act));
  if (given.choices?.length && act)
    made.append(choices(given.choices, act));
  if (given.citations?.length)
    made.append(element('p', { className: 'citations', textContent: `Sources: ${given.citations.map(cited).join('; ')}` }));
  return made;
}

/** Disables every button of earlier answers: only the last one can be reacted to. */
export function settle(messages) {
  for (const button of messages.querySelectorAll('button'))
    button.disabled = true;
}

function proposal(given, act) {
  const money = new Intl.NumberFormat(undefined, { style: 'currency', currency: given.currency });
  const lines = element('dl');
  for (const line of given.lines ?? [])
    lines.append(element('dt', { textContent: line.text }), element('dd', { textContent: line.amount == null ? '' : money.format(line.amount) }));
  if (given.amount)
    lines.append(
      element('dt', { className: 'total', textContent: given.amount < 0 ? 'You get back' : 'You pay' }),
      element('dd', { className: 'total', textContent: money.format(Math.abs(given.amount)) }));
  const card = element('section', { className: 'proposal', ariaLabel: 'Proposal' }, element('strong', { textContent: given.summary }), lines);
  if (act) {
    const confirm = accept => () => act({ confirm: { proposalId: given.id, accept } }, accept ? 'Confirm' : 'Not now');
    card.append(element('div', { className: 'row' },
      element('button', { type: 'button', textContent: 'Confirm', onclick: confirm(true) }),
      element('button', { type: 'button', className: 'plain', textContent: 'Not now', onclick: confirm(false) })));
  }
  return card;
}

function choices(given, act) {
  const buttons = given.map(choice => element('button', {
    type: 'button',
    className: 'plain',
    textContent: choice.label,
    onclick: () => act({ choice: choice.id, text: choice.label }, choice.label),
  }));
  return element('div', { className: 'row' }, ...buttons);
}

function speakers(agents) {
  return agents?.length ? agents.join(', ') : 'support';
}

function cited(citation) {
  return citation.section && citation.section !== citation.title ? `${citation.title} (${citation.section})` : citation.title;
}
