// What was said, as elements.
import { agentIcon, agentName } from './agents.mjs';
import { badge, button, element, icon } from './elements.mjs';
import { time } from './format.mjs';
import { render } from './markdown.mjs';

/** A line of the conversation: role is customer, agent, staff, note or system. */
export function message(role, text, { by, at, byIcon } = {}) {
  const marked = role === 'agent' || role === 'staff' || role === 'note';
  const made = element('article', { className: `message ${role}` },
    (by || (at && role !== 'system')) && element('div', { className: 'by' },
      byIcon && icon(byIcon), by, at && element('time', { className: 'at', dateTime: at, textContent: time(at) })),
    role === 'system' ? text : element('div', { className: marked ? 'body prose' : 'body' }, marked ? render(text) : text));
  return made;
}

/** An agent's answer, without what can be done about it. */
export function agentMessage(answer, at) {
  const agents = answer.agents ?? [];
  return message('agent', answer.reply, {
    by: agents.length ? agents.map(agentName).join(' and ') : 'Support',
    byIcon: agentIcon(agents[0]),
    at,
  });
}

/** The choices of an answer as buttons; picking one settles them all. */
export function choiceButtons(choices, pick) {
  const row = element('div', { className: 'choices', role: 'group', ariaLabel: 'Choices' });
  row.append(...choices.map(choice => {
    const made = button(choice.label, () => {
      made.setAttribute('aria-pressed', 'true');
      settleChoices(row);
      pick(choice);
    });
    return made;
  }));
  return row;
}

/** Earlier choices can no longer be picked. */
export function settleChoices(root) {
  const rows = root.matches('.choices') ? [root] : root.querySelectorAll('.choices');
  for (const row of rows) {
    for (const one of row.querySelectorAll('button'))
      one.disabled = true;
  }
}

const states = {
  done: ['Done', 'good', 'check'],
  declined: ['Not possible', 'bad', 'cross'],
  waiting: ['Waiting for you', 'warn', 'clock'],
  handed_off: ['With a person', 'info', 'person'],
  failed: ['Failed', 'bad', 'alert'],
};

/** What became of each ask of a message, where it had several. */
export function askList(requests) {
  if (!requests || requests.length < 2)
    return null;
  return element('ul', { className: 'asks', ariaLabel: 'What became of each request' }, ...requests.map(one => {
    const [label, tone, name] = states[one.status] ?? [one.status, '', 'clock'];
    return element('li', {}, badge(label, tone, name), element('span', { textContent: one.ask.trim() }));
  }));
}

/** What the agents did for an answer, folded up. */
export function stepList(steps) {
  if (steps.length === 0)
    return null;
  return element('details', { className: 'steps' },
    element('summary', { textContent: `How this was answered: ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}` }),
    element('ol', {}, ...steps.map(step => element('li', { textContent: step }))));
}
