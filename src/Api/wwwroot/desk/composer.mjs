// What staff write: replies, notes, drafts by the agents, and how a conversation ends.
import { agentName } from '../shared/agents.mjs';
import { citations } from '../shared/citations.mjs';
import { button, element } from '../shared/elements.mjs';
import { proposalCard } from '../shared/proposal.mjs';
import { openDialog } from '../shared/dialog.mjs';

const outcomes = ['Solved', 'Refund or replacement given', 'Explained; nothing to do', 'Customer stopped answering', 'Passed on to another team'];
const labels = { head: 'Would settle it', yes: '', no: '', back: 'Customer gets back', pay: 'Customer pays' };

export class Composer {
  /** `desk` has client, attempt, act(action, body) and draft(text). */
  constructor(desk) {
    this.desk = desk;
    this.words = element('textarea', { id: 'words', rows: 3, maxLength: 8000, placeholder: 'Write to the customer, or a note for the team' });
    this.suggestion = element('div', { className: 'suggestion', hidden: true });
    this.suggest = button('Suggest a reply', () => this.#suggest(), 'plain', 'spark');
    this.take = button('Take', () => this.#do('assign', {}), 'plain', 'person');
    this.back = button('Hand back', () => this.#handBack(), 'plain', 'back');
    this.close = button('Close', () => this.#close(), 'plain', 'check');
    const form = element('form', { className: 'composer' },
      this.suggestion,
      element('label', { className: 'unseen', htmlFor: 'words', textContent: 'Words' }), this.words,
      element('div', { className: 'row' },
        element('button', { type: 'submit', value: 'reply', textContent: 'Reply' }),
        element('button', { type: 'submit', value: 'note', className: 'plain', textContent: 'Add note' }),
        this.suggest,
        element('span', { className: 'row push' }, this.take, this.back, this.close)));
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.#write(event.submitter?.value ?? 'reply');
    });
    this.element = form;
  }

  /** What can be done depends on how the conversation stands. */
  status(status) {
    this.take.hidden = status === 'with_person';
    this.back.hidden = status === 'open' || status === 'closed';
    this.close.hidden = status === 'closed';
  }

  async #write(action) {
    const text = this.words.value.trim();
    if (!text)
      return this.words.focus();
    if (await this.#do(action, { text })) {
      this.words.value = '';
      this.suggestion.hidden = true;
    }
  }

  #do(action, body) {
    return this.desk.attempt(() => this.desk.act(action, body));
  }

  async #suggest() {
    this.suggest.disabled = true;
    await this.desk.attempt(async () => this.#show(await this.desk.draft(null)));
    this.suggest.disabled = false;
  }

  #show(draft) {
    this.suggestion.hidden = false;
    if (!draft.reply) {
      this.suggestion.replaceChildren(element('p', { className: 'quiet', role: 'status', textContent: 'The agents have nothing to suggest here.' }));
      return;
    }
    this.words.value = draft.reply;
    this.words.focus();
    this.suggestion.replaceChildren(
      element('p', { className: 'quiet', role: 'status', textContent: `Suggested by ${draft.agents.map(agentName).join(' and ') || 'the agents'} for “${draft.question}”. Read it before you send it.` }),
      ...[draft.proposal && proposalCard(draft.proposal, null, labels),
        draft.citations.length > 0 && citations(draft.citations, this.desk.client)].filter(Boolean));
  }

  #handBack() {
    this.#ask('Hand back to the agents', 'What should the agents know? (optional)', [], 'Hand back', note => this.desk.act('hand-back', { note }));
  }

  #close() {
    this.#ask('Close the conversation', 'How did it end?', outcomes, 'Close conversation', outcome => this.desk.act('close', { outcome }));
  }

  #ask(title, question, picks, verb, act) {
    const words = element('textarea', { id: 'ending', rows: 2, maxLength: 2000 });
    const problem = element('p', { className: 'problem', role: 'alert' });
    const form = element('form', { className: 'stack' },
      element('label', { htmlFor: 'ending', textContent: question }), words,
      picks.length > 0 && element('div', { className: 'choices', role: 'group', ariaLabel: 'Usual outcomes' },
        ...picks.map(pick => button(pick, () => { words.value = pick; }))),
      problem, element('button', { type: 'submit', textContent: verb }));
    const dialog = openDialog(title, element('div', { className: 'dialog-body' }, form));
    words.focus();
    form.addEventListener('submit', async event => {
      event.preventDefault();
      try {
        await act(words.value.trim() || null);
        dialog.close();
      } catch (failure) {
        problem.textContent = failure.message;
      }
    });
  }
}
