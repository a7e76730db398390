// Messages on their way: one after the other, so that their order is kept, and each with a key, so that trying again
// after a lost connection cannot send it twice.
import { Problem, pause } from '../shared/client.mjs';

const longestWait = 8000;

export class Outbox {
  #queue = [];
  #sending = false;
  #failed = new Map();

  /** `hooks` are send(body, key), failed(key, reason) and waiting(isWaiting). */
  constructor(hooks) {
    this.hooks = hooks;
  }

  add(body) {
    const key = newKey();
    this.#queue.push({ key, body });
    // The caller shows the message first.
    queueMicrotask(() => this.#run());
    return key;
  }

  retry(key) {
    const item = this.#failed.get(key);
    this.#failed.delete(key);
    this.#queue.push(item);
    this.#run();
  }

  async #run() {
    if (this.#sending)
      return;
    this.#sending = true;
    while (this.#queue.length > 0) {
      const item = this.#queue.shift();
      await this.#deliver(item);
    }
    this.#sending = false;
  }

  async #deliver(item) {
    for (let tries = 1; ; tries++) {
      try {
        await this.hooks.send(item.body, item.key);
        this.hooks.waiting(false);
        return;
      } catch (failure) {
        if (!(failure instanceof Problem) || !failure.passes) {
          this.#failed.set(item.key, item);
          this.hooks.failed(item.key, failure);
          return;
        }
        this.hooks.waiting(true);
        await pause(failure.retryAfter ? failure.retryAfter * 1000 : Math.min(300 * 2 ** tries, longestWait));
      }
    }
  }
}

// Pages that are not served over HTTPS have no randomUUID.
function newKey() {
  return `m_${[...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')}`;
}
