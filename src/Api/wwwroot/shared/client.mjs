// The gateway as the pages see it.
import { events } from './events.mjs';

/** A refusal of the gateway: its status, and words for the visitor. Status 0: it could not be reached. */
export class Problem extends Error {
  constructor(status, detail, retryAfter = null) {
    super(detail);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** True when the same call may succeed later. */
  get passes() { return this.status === 0 || this.status === 429 || this.status === 503; }
}

export class Client {
  constructor(token) {
    this.token = token;
  }

  get(path) { return this.#json('GET', path); }
  post(path, body, headers) { return this.#json('POST', path, body, headers); }
  remove(path) { return this.#json('DELETE', path); }

  /** Sends a file with its particulars; `onProgress` gets the share sent, 0 to 1. Only XMLHttpRequest tells it. */
  upload(path, form, onProgress) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', path);
      request.setRequestHeader('Authorization', `Bearer ${this.token}`);
      request.setRequestHeader('Accept', 'application/json');
      request.upload.onprogress = progress => progress.lengthComputable && onProgress(progress.loaded / progress.total);
      request.onerror = () => reject(unreachable());
      request.onload = () => request.status < 300 ? resolve(JSON.parse(request.responseText)) : reject(refusal(request.status, request.responseText));
      request.send(form);
    });
  }

  /**
   * Hands a message over and returns as soon as it is stored: its answer comes by the stream that is followed anyway.
   * The key makes a repeat harmless.
   */
  async submit(path, body, key) {
    const response = await this.#send('POST', path, body, { Accept: 'text/event-stream', 'Idempotency-Key': key });
    await response.body.cancel().catch(() => {});
  }

  /**
   * Follows a conversation until the signal stops it. Each event is given once and in order: after a lost connection
   * the stream goes on behind the last id.
   */
  async follow(path, onEvent, signal, onState = () => {}) {
    let lastId = null;
    for (let failures = 0; !signal.aborted;) {
      try {
        const headers = { Accept: 'text/event-stream' };
        if (lastId)
          headers['Last-Event-ID'] = lastId;
        const response = await this.#send('GET', path, undefined, headers, signal);
        onState('connected');
        for await (const event of events(response.body)) {
          failures = 0;
          if (event.name === 'error')
            break;
          if (event.id)
            lastId = event.id;
          onEvent(event.name, JSON.parse(event.data));
        }
      } catch (failure) {
        if (signal.aborted)
          return;
        if (failure instanceof Problem && !failure.passes && failure.status < 500)
          throw failure;
      }
      if (signal.aborted)
        return;
      onState('waiting');
      failures++;
      await pause(Math.min(250 * 2 ** failures, 8000), signal);
    }
  }

  async #json(method, path, body, headers) {
    const response = await this.#send(method, path, body, { Accept: 'application/json', ...headers });
    return response.status === 204 ? null : response.json();
  }

  async #send(method, path, body, headers, signal) {
    const all = { ...headers };
    if (this.token)
      all.Authorization = `Bearer ${this.token}`;
    if (body !== undefined)
      all['Content-Type'] = 'application/json';
    let response;
    try {
      response = await fetch(path, { method, headers: all, body: body === undefined ? undefined : JSON.stringify(body), signal });
    } catch (failure) {
      if (signal?.aborted)
        throw failure;
      throw unreachable();
    }
    if (!response.ok)
      throw refusal(response.status, await response.text().catch(() => ''), Number(response.headers.get('Retry-After')) || null);
    return response;
  }
}

/** Waits; ends early when the network comes back, or with the signal. */
export function pause(ms, signal) {
  return new Promise(resume => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      resume();
    };
    const timer = setTimeout(end, ms);
    addEventListener('online', end);
    signal?.addEventListener('abort', end, { once: true });
  });
}

function unreachable() {
  return new Problem(0, 'The service cannot be reached just now.');
}

function refusal(status, text, retryAfter) {
  try {
    const problem = JSON.parse(text);
    return new Problem(status, problem.detail ?? problem.title ?? `Error ${status}`, retryAfter);
  } catch {
    return new Problem(status, `Error ${status}`, retryAfter);
  }
}
