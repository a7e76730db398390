/** Server-sent events of a response's body, in whatever pieces they come. */
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
