// The conversation as it is shown: a fold over its events, each of which comes once and in order.
import { agentName, toolWords } from '../shared/agents.mjs';
import { citations } from '../shared/citations.mjs';
import { button, element } from '../shared/elements.mjs';
import { agentMessage, askList, choiceButtons, message, settleChoices, stepList } from '../shared/messages.mjs';
import { proposalCard, settleProposal } from '../shared/proposal.mjs';
import { Working } from './working.mjs';

/** Events older than this when they arrive are history: they are shown and not read out. */
const freshMs = 15_000;

export class Thread {
  /** `root` holds the messages; `hooks` are act, announce, orders, retry, signIn, welcome and changed. */
  constructor(root, client, hooks) {
    this.root = root;
    this.client = client;
    this.hooks = hooks;
    this.isAtEnd = true;
    // The newest line stays in view when the room gets smaller, as it does when a phone's keyboard comes.
    new ResizeObserver(() => this.isAtEnd && this.#follow()).observe(root);
    root.addEventListener('scroll', () => { this.isAtEnd = root.scrollHeight - root.scrollTop - root.clientHeight < 60; });
    this.clear();
  }

  clear() {
    this.isAtEnd = true;
    this.turns = new Map();
    this.withPerson = false;
    this.working = new Working();
    this.root.replaceChildren(this.hooks.welcome(), this.working.element);
  }

  /** A message that is on its way; it gives way to the stored one. */
  pending(key, text) {
    settleChoices(this.root);
    this.root.querySelector('.welcome')?.remove();
    this.isAtEnd = true;
    const made = message('customer', text);
    made.classList.add('pending');
    made.dataset.key = key;
    made.append(element('div', { className: 'state', textContent: 'Sending …' }));
    this.#add(made);
  }

  /** It could not be sent: the visitor may try again or drop it. */
  failed(key, reason) {
    const made = this.#find(key);
    if (!made)
      return;
    made.classList.replace('pending', 'failed');
    made.querySelector('.state').replaceChildren(`${reason} `,
      button('Try again', () => {
        made.classList.replace('failed', 'pending');
        made.querySelector('.state').textContent = 'Sending …';
        this.hooks.retry(key);
      }, 'bare'),
      button('Discard', () => made.remove(), 'bare'));
  }

  event(name, data) {
    switch (name) {
      case 'message': this.#asked(data); break;
      case 'planned': this.#turn(data).steps = []; this.working.reset(); break;
      case 'agent_started': this.#step(data, `${agentName(data.agent)} is on it`, false); break;
      case 'tool_called': this.#step(data, `${agentName(data.agent)}: ${toolWords(data.tool)}`, true); break;
      case 'token': this.working.token(data.text); this.#follow(); break;
      case 'agent_said': this.#answered(data); break;
      case 'turn_cancelled': this.#ended(data.turnId); this.#say(data, message('system', 'Stopped.')); break;
      case 'handed_off': this.#person(true, data, 'You are in the queue: a person will answer here.'); break;
      case 'staff_assigned': this.#person(true, data, `${data.name} from our team is here.`); break;
      case 'staff_said': this.#say(data, message('staff', data.text, { by: `${data.name} from our team`, byIcon: 'person', at: data.at }), `${data.name}: ${data.text}`); break;
      case 'handed_back': this.#person(false, data, 'The assistants answer again.'); break;
      case 'closed': this.#person(false, data, 'This conversation is closed. Write to open it again.'); this.hooks.changed('closed', isFresh(data)); break;
      case 'rated': this.#say(data, message('system', `You rated this conversation ${data.rating} of 5.`)); break;
    }
  }

  #asked(data) {
    const { text, choice, confirm, messageId } = data.message;
    this.#find(messageId)?.remove();
    settleChoices(this.root);
    if (confirm)
      settleProposal(this.root, confirm.proposalId, confirm.accept);
    this.root.querySelector('.welcome')?.remove();
    const shown = text || (confirm ? (confirm.accept ? 'Confirm' : 'Not now') : choice ?? '…');
    this.#add(message('customer', shown, { at: data.at }));
    this.turns.set(data.turnId, { steps: [], asked: text });
    if (!this.withPerson)
      this.working.doing('Reading your message');
    this.hooks.changed('asked', isFresh(data));
  }

  #step(data, words, keep) {
    if (keep)
      this.#turn(data).steps.push(words);
    this.working.doing(words);
    this.#follow();
  }

  #answered(data) {
    const { steps, asked } = this.#turn(data);
    this.#ended(data.turnId);
    const { answer } = data;
    // While a person has the conversation the agents say nothing.
    if (!answer.reply && !answer.proposal)
      return;
    const made = agentMessage(answer, data.at);
    // The proposal's card has buttons of its own for its yes and no.
    const choices = (answer.choices ?? []).filter(choice => !answer.proposal || !choice.id.endsWith(`:${answer.proposal.id}`));
    const parts = [
      askList(answer.requests),
      // A proposal says which order it is about.
      !answer.proposal && this.hooks.orders(answer.reply),
      answer.proposal && proposalCard(answer.proposal, accept => this.hooks.act({ confirm: { proposalId: answer.proposal.id, accept } }, accept ? 'Confirm' : 'Not now')),
      choices.length > 0 && choiceButtons(choices, choice => this.hooks.act({ choice: choice.id, text: choice.label }, choice.label)),
      answer.citations?.length > 0 && citations(answer.citations, this.client),
      stepList(steps),
      answer.requests?.some(one => one.reason === 'sign_in_required') && element('div', { className: 'choices' },
        button('Sign in', () => this.hooks.signIn(asked), 'plain', 'key')),
    ];
    made.append(...parts.filter(Boolean));
    this.#say(data, made, made.querySelector('.body').innerText || answer.reply);
    this.hooks.changed('answered', isFresh(data), answer);
  }

  #person(isHere, data, words) {
    this.withPerson = isHere;
    if (isHere)
      this.working.stop();
    this.#say(data, message('system', words), words);
    this.hooks.changed('person', isFresh(data));
  }

  #turn(data) {
    if (!this.turns.has(data.turnId))
      this.turns.set(data.turnId, { steps: [] });
    return this.turns.get(data.turnId);
  }

  #ended(turnId) {
    this.turns.delete(turnId);
    this.working.stop();
    if (this.turns.size > 0 && !this.withPerson)
      this.working.doing('Reading your next message');
  }

  #say(data, made, spoken) {
    this.#add(made);
    if (spoken && isFresh(data))
      this.hooks.announce(spoken);
  }

  #add(made) {
    // What is on its way stays below what has arrived.
    const before = made.classList.contains('pending') ? this.working.element : this.root.querySelector('.pending, .failed') ?? this.working.element;
    before.before(made);
    this.#follow();
    return made;
  }

  /** Keeps the newest line in view, unless the visitor reads further up. */
  #follow() {
    if (this.isAtEnd)
      this.root.scrollTop = this.root.scrollHeight;
  }

  #find(key) {
    return [...this.root.querySelectorAll('.pending, .failed')].find(one => one.dataset.key === key);
  }
}

function isFresh(data) {
  return Date.now() - new Date(data.at) < freshMs;
}
