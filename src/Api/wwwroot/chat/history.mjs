// The customer's conversations, newest first.
import { button, element } from '../shared/elements.mjs';
import { since } from '../shared/format.mjs';

const pageSize = 30;
const states = { waiting_for_person: 'waiting for a person', with_person: 'with a person', closed: 'closed' };

export class History {
  #next = null;

  /** `hooks` are open(id), removed(id) and attempt(work). */
  constructor(list, more, hooks) {
    this.list = list;
    this.more = more;
    this.hooks = hooks;
    more.addEventListener('click', () => hooks.attempt(() => this.#page(this.#next)));
  }

  async load(client, current) {
    this.client = client;
    this.current = current;
    await this.#page(null);
  }

  mark(current) {
    this.current = current;
    for (const one of this.list.querySelectorAll('.pick')) {
      if (one.dataset.id === current)
        one.setAttribute('aria-current', 'true');
      else
        one.removeAttribute('aria-current');
    }
  }

  async #page(after) {
    const { items, next } = await this.client.get(`/v1/conversations?limit=${pageSize}${after ? `&after=${encodeURIComponent(after)}` : ''}`);
    const lines = items.map(one => this.#line(one));
    if (after)
      this.list.append(...lines);
    else
      this.list.replaceChildren(...lines);
    this.#next = next;
    this.more.hidden = !next;
    this.mark(this.current);
  }

  #line(conversation) {
    const id = conversation.conversationId;
    const title = conversation.title || 'New conversation';
    const state = states[conversation.status];
    const pick = element('button', { type: 'button', className: 'pick', data: { id }, onclick: () => this.hooks.open(id) },
      element('span', { textContent: title }),
      element('span', { className: 'quiet', textContent: `${since(conversation.updatedAt)}${state ? ` · ${state}` : ''}` }));
    const remove = button('', () => this.#remove(id, title), 'bare icon remove', 'trash');
    remove.ariaLabel = `Delete “${title}”`;
    return element('li', {}, pick, remove);
  }

  async #remove(id, title) {
    if (!confirm(`Delete “${title}” for good? Everything that was written in it goes.`))
      return;
    await this.hooks.attempt(async () => {
      await this.client.remove(`/v1/conversations/${encodeURIComponent(id)}`);
      this.hooks.removed(id);
      await this.#page(null);
    });
  }
}
