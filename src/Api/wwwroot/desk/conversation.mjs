// One conversation at the desk: what is said, as it happens, and what staff do about it.
import { agentName, toolWords } from '../shared/agents.mjs';
import { citations } from '../shared/citations.mjs';
import { badge, element } from '../shared/elements.mjs';
import { customerLabel } from '../shared/format.mjs';
import { agentMessage, askList, message, stepList } from '../shared/messages.mjs';
import { proposalCard, settleProposal } from '../shared/proposal.mjs';
import { Composer } from './composer.mjs';
import { CustomerPanel } from './customer.mjs';
import { warmPackage } from './package.mjs';

const states = {
  open: ['With the agents', ''],
  waiting_for_person: ['Waiting for a person', 'warn'],
  with_person: ['With a person', 'info'],
  closed: ['Closed', ''],
};
const labels = { head: 'Proposed to the customer', yes: '', no: '', back: 'Customer gets back', pay: 'Customer pays' };

export class Conversation {
  #steps = [];
  #isAtEnd = true;

  /** `place` is filled; `desk` has client, who, signal, attempt and changed. */
  constructor(place, desk) {
    this.place = place;
    this.desk = desk;
  }

  async open(id) {
    this.id = id;
    const conversation = await this.desk.client.get(`/v1/conversations/${encodeURIComponent(id)}`);
    this.state = element('span', { className: 'push' });
    this.name = element('h2', { id: 'talk-title', textContent: customerLabel(null, conversation.customerId) });
    this.messages = element('div', { id: 'messages', role: 'log', tabIndex: 0, attrs: { 'aria-labelledby': 'talk-title', 'aria-live': 'polite' } });
    this.customer = new CustomerPanel(conversation.customerId, {
      ...this.desk,
      note: text => this.act('note', { text }),
      named: name => { this.name.textContent = name; },
    });
    this.composer = new Composer({ ...this.desk, act: (action, body) => this.act(action, body), draft: text => this.#draft(text) });
    const details = element('details', { className: 'about', open: matchMedia('(min-width: 75rem)').matches },
      element('summary', { textContent: 'Customer and orders' }), this.customer.element);
    this.place.replaceChildren(
      element('div', { className: 'talk' },
        element('div', { className: 'row talk-head' },
          element('a', { className: 'back', href: '#/queue', textContent: '‹ Queue' }), this.name, this.state),
        this.messages, this.composer.element),
      details);
    // The newest line stays in view when the room for it gets smaller.
    new ResizeObserver(() => this.#isAtEnd && this.#toEnd()).observe(this.messages);
    this.messages.addEventListener('scroll', () => { this.#isAtEnd = this.#distance() < 60; });
    this.#status(conversation.status);
    this.desk.attempt(() => this.customer.load());
    await this.desk.client.follow(`/v1/conversations/${encodeURIComponent(id)}/events`,
      (name, data) => !this.desk.signal.aborted && this.#happened(name, data), this.desk.signal);
  }

  /** A staff action; it shows by the events that it makes. */
  async act(action, body) {
    const after = await this.desk.client.post(`/v1/desk/conversations/${encodeURIComponent(this.id)}/${action}`, body);
    this.#status(after.status);
    this.desk.changed();
  }

  #draft(text) {
    return this.desk.client.post(`/v1/desk/conversations/${encodeURIComponent(this.id)}/draft`, { text });
  }

  #status(status) {
    const [label, tone] = states[status];
    this.state.replaceChildren(badge(label, tone));
    this.composer.status(status);
  }

  #happened(name, data) {
    switch (name) {
      case 'message': this.#asked(data); break;
      case 'planned': this.#steps = []; break;
      case 'tool_called': this.#steps.push(`${agentName(data.agent)}: ${toolWords(data.tool)} (${data.outcome})`); break;
      case 'agent_said': this.#answered(data); break;
      case 'turn_cancelled': this.#add(message('system', 'Stopped.')); break;
      case 'handed_off':
        this.#add(message('system', `Handed to a person: ${data.reason}`));
        if (data.package)
          this.#add(warmPackage(data.package));
        this.#status('waiting_for_person');
        break;
      case 'staff_assigned': this.#add(message('system', `${data.name} took the conversation.`)); this.#status('with_person'); break;
      case 'staff_said': this.#add(message('staff', data.text, { by: data.name, byIcon: 'person', at: data.at })); break;
      case 'note_added': this.#add(message('note', data.text, { by: `Note by ${data.name}`, byIcon: 'note', at: data.at })); break;
      case 'handed_back':
        this.#add(message('system', `${data.name} gave it back to the agents.${data.note ? ` “${data.note}”` : ''}`));
        this.#status('open');
        break;
      case 'rated': this.#add(message('system', `Rated ${data.rating} of 5.${data.comment ? ` “${data.comment}”` : ''}`)); break;
      case 'closed':
        this.#add(message('system', `${data.name} closed it.${data.outcome ? ` “${data.outcome}”` : ''}`));
        this.#status('closed');
        break;
    }
  }

  #asked(data) {
    const { text, confirm } = data.message;
    if (confirm)
      settleProposal(this.messages, confirm.proposalId, confirm.accept);
    const words = text || (confirm ? (confirm.accept ? 'Confirm' : 'Not now') : '(a choice)');
    this.#add(message('customer', words, { by: data.onBehalfBy ? `${data.onBehalfBy} for the customer` : 'Customer', at: data.at }));
  }

  #answered({ answer, at }) {
    if (answer.reply || answer.proposal) {
      const made = agentMessage(answer, at);
      made.append(...[
        askList(answer.requests),
        answer.proposal && proposalCard(answer.proposal, null, labels),
        answer.choices?.length > 0 && element('p', { className: 'quiet', textContent: `Offered: ${answer.choices.map(choice => choice.label).join(' · ')}` }),
        answer.citations?.length > 0 && citations(answer.citations, this.desk.client),
        stepList(this.#steps),
      ].filter(Boolean));
      this.#add(made);
    }
    this.#steps = [];
  }

  #add(made) {
    const follows = this.#isAtEnd;
    this.messages.append(made);
    if (follows)
      this.#toEnd();
  }

  #distance() {
    const { scrollHeight, scrollTop, clientHeight } = this.messages;
    return scrollHeight - scrollTop - clientHeight;
  }

  #toEnd() {
    this.messages.scrollTop = this.messages.scrollHeight;
  }
}
