// The warm package: what the person who takes over needs to know.
import { element } from '../shared/elements.mjs';
import { customerLabel, words } from '../shared/format.mjs';
import { proposalCard } from '../shared/proposal.mjs';

const roles = { customer: 'Customer', agent: 'Agents', staff: 'Staff', system: '' };
const labels = { head: 'Open proposal', yes: '', no: '', back: 'Customer gets back', pay: 'Customer pays' };

/** The package as a card. What it does not know it leaves out. */
export function warmPackage(given) {
  const parts = [
    given.summary && element('p', { textContent: given.summary }),
    element('p', { className: 'quiet', textContent: `${customerLabel(given.customer?.name, given.customerId ?? '')}, ${given.verifiedBy ? `verified by ${given.verifiedBy}` : 'not verified'}` }),
    list('What was asked', (given.requests ?? []).map(one =>
      `${one.ask.trim()}: ${words(one.status).toLowerCase()}${one.reason ? ` (${one.reason})` : ''}`)),
    list('Open questions', (given.openQuestions ?? []).map(one => `${one.ask.trim()}: ${one.question}`)),
    ...[given.openProposal, ...(given.openProposals ?? [])].filter(Boolean).map(one => proposalCard(one, null, labels)),
    said(given.said ?? []),
  ];
  return element('section', { className: 'card package', ariaLabel: 'Hand-off package' },
    element('h3', { textContent: 'Hand-off package' }), ...parts.filter(Boolean));
}

function list(title, lines) {
  return lines.length > 0 && element('div', {}, element('h4', { textContent: title }),
    element('ul', {}, ...lines.map(line => element('li', { textContent: line }))));
}

function said(lines) {
  return lines.length > 0 && element('details', {}, element('summary', { textContent: `What was said: ${lines.length} lines` }),
    element('dl', { className: 'said' }, ...lines.flatMap(line => [
      element('dt', { textContent: roles[line.role] ?? line.role }), element('dd', { textContent: line.text })])));
}
