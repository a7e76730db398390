// Who is signed in, in this tab only. In a frame of another site the browser may refuse storage: then memory must do.
const memory = new Map();
const slots = ['token', 'conversation'];

/** The customer's and the staff's sessions are kept apart: one tab may have been both. */
export class Session {
  constructor(name) {
    this.name = name;
  }

  get token() { return this.#get('token'); }
  set token(value) { this.#put('token', value); }
  get conversation() { return this.#get('conversation'); }
  set conversation(value) { this.#put('conversation', value); }

  clear() {
    for (const slot of slots)
      this.#put(slot, null);
  }

  #get(slot) {
    try {
      return sessionStorage.getItem(this.#key(slot));
    } catch {
      return memory.get(this.#key(slot)) ?? null;
    }
  }

  #put(slot, value) {
    try {
      if (value == null)
        sessionStorage.removeItem(this.#key(slot));
      else
        sessionStorage.setItem(this.#key(slot), value);
    } catch {
      memory.set(this.#key(slot), value);
    }
  }

  #key(slot) { return `support.${this.name}.${slot}`; }
}

/** The claims of a token, for showing only: the gateway is what verifies it. */
export function claims(token) {
  try {
    const part = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), c => c.charCodeAt(0))));
  } catch {
    return {};
  }
}
