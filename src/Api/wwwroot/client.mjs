// The gateway as the pages see it.

/** A refusal of the gateway: its status, and words for the visitor. */
export class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

export class Client {
  constructor(token) {
    this.token = token;
  }

  get(path) {
    return this.#json('GET', path);
  }

  post(path, body, headers) {
    return this.#json('POST', path, body, headers);
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
    const response = await fetch(path, { method, headers: all, body: body === undefined ? undefined : JSON.stringify(body), signal });
    if (!response.ok)
      throw new Problem(response.status, await explain(response));
    return response;
  }

  /**
   * Follows a conversation until the signal stops it. Each event is given once and in order: after a lost connection
   * the stream goes on behind the last id.
   */
  async follow(path, onEvent, signal, onState = () => {}, lastId = null) {
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
        if (failure instanceof Problem && failure.status < 500 && failure.status !== 429)
          throw failure;
        onState('waiting');
      }
      failures++;
      await new Promise(resume => setTimeout(resume, Math.min(500 * 2 ** failures, 10000)));
    }
  }
}

/** Server-sent events of a response's body. */
export async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done)
      return;
    rest += value;
    for (let end; (end = rest.indexOf('\n\n')) >= 0; rest = rest.slice(end + 2)) {
      const event = parse(rest.slice(0, end));
      if (event.data)
        yield event;
    }
  }
}

function parse(block) {
  const event = { id: null, name: 'message', data: '' };
  for (const line of block.split('\n')) {
    if (line.startsWith('id: '))
      event.id = line.slice(4);
    else if (line.startsWith('event: '))
      event.name = line.slice(7);
    else if (line.startsWith('data: '))
      event.data += line.slice(6);
  }
  return event;
}

async function explain(response) {
  try {
    const problem = await response.json();
    return problem.detail ?? problem.title ?? `Error ${response.status}`;
  } catch {
    return `Error ${response.status}`;
  }
}
