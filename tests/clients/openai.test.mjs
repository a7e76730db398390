// The official OpenAI client against a running gateway: SUPPORT_URL, SUPPORT_TOKEN.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import OpenAI, { APIError, AuthenticationError, BadRequestError, NotFoundError } from 'openai';

const { SUPPORT_URL, SUPPORT_TOKEN } = process.env;
const client = new OpenAI({ baseURL: `${SUPPORT_URL}/v1`, apiKey: SUPPORT_TOKEN, maxRetries: 0 });
const model = 'support-agents';
const user = content => ({ role: 'user', content });

async function read(stream) {
  const chunks = [];
  for await (const chunk of stream)
    chunks.push(chunk);
  return chunks;
}

const words = chunks => chunks.map(chunk => chunk.choices[0]?.delta?.content ?? '').join('');

test('models are listed and found by name', async () => {
  const names = [];
  for await (const one of client.models.list())
    names.push(one.id);
  assert.deepEqual(names, [model]);
  assert.equal((await client.models.retrieve(model)).object, 'model');
});

test('a completion answers the last message', async () => {
  const completion = await client.chat.completions.create({ model, messages: [{ role: 'system', content: 'Answer in French.' }, user('What is your return policy?')], temperature: 0.2 });
  assert.equal(completion.object, 'chat.completion');
  assert.equal(completion.choices.length, 1);
  assert.equal(completion.choices[0].message.role, 'assistant');
  assert.equal(completion.choices[0].finish_reason, 'stop');
  assert.match(completion.choices[0].message.content, /return/i);
  assert.equal(completion.usage.total_tokens, completion.usage.prompt_tokens + completion.usage.completion_tokens);
  assert.match(completion.metadata.conversation_id, /^c_/);
  assert.equal(completion.answer.citations.length > 0, true);
});

test('a stream begins with the role, ends with a reason and tells its usage', async () => {
  const chunks = await read(await client.chat.completions.create({ model, messages: [user('What is your return policy?')], stream: true, stream_options: { include_usage: true } }));
  assert.equal(chunks[0].choices[0].delta.role, 'assistant');
  assert.equal(new Set(chunks.map(chunk => chunk.id)).size, 1);
  assert.equal(chunks.every(chunk => chunk.object === 'chat.completion.chunk'), true);
  assert.equal(chunks.filter(chunk => chunk.choices[0]?.finish_reason === 'stop').length, 1);
  assert.deepEqual(chunks.at(-1).choices, []);
  assert.equal(typeof chunks.at(-1).usage.total_tokens, 'number');
  assert.match(words(chunks), /return/i);
});

test("the client's own stream helper puts the chunks together", async () => {
  const stream = client.chat.completions.stream({ model, messages: [user('What is your return policy?')] });
  const completion = await stream.finalChatCompletion();
  assert.match(completion.choices[0].message.content, /return/i);
});

test('a conversation goes on by its id', async () => {
  const first = await client.chat.completions.create({ model, messages: [user('Where is my order #N10309?')] });
  const { conversation_id } = first.metadata;
  const second = await client.chat.completions.create({ model, messages: [user('Thank you!')], metadata: { conversation_id } });
  assert.equal(second.metadata.conversation_id, conversation_id);
  const history = await fetch(`${SUPPORT_URL}/v1/conversations/${conversation_id}/messages`, { headers: { Authorization: `Bearer ${SUPPORT_TOKEN}` } });
  const { items } = await history.json();
  assert.deepEqual(items.filter(item => item.role === 'customer').map(item => item.text), ['Where is my order #N10309?', 'Thank you!']);
});

test('a conversation goes on by the history that is sent along, and another history begins another', async () => {
  const messages = [user(`Where is my order #N10309? My note is ${Math.random()}.`)];
  const first = await client.chat.completions.create({ model, messages });
  messages.push(first.choices[0].message, user('And what is in it?'));
  const second = await client.chat.completions.create({ model, messages });
  messages.push(second.choices[0].message, user('Thank you!'));
  const third = await read(await client.chat.completions.create({ model, messages, stream: true }));
  const other = await client.chat.completions.create({ model, messages: [user('Something else'), { role: 'assistant', content: 'What we never said' }, user('Hello')] });
  assert.equal(second.metadata.conversation_id, first.metadata.conversation_id);
  assert.equal(third[0].metadata.conversation_id, first.metadata.conversation_id);
  assert.notEqual(other.metadata.conversation_id, first.metadata.conversation_id);
});

test('the same user key is the same conversation', async () => {
  const key = `window-${Math.random()}`;
  const first = await client.chat.completions.create({ model, messages: [user('Hello')], user: key });
  const second = await client.chat.completions.create({ model, messages: [user('Hello again')], user: key });
  assert.equal(second.metadata.conversation_id, first.metadata.conversation_id);
});

test('parts of a message that are text are read', async () => {
  const completion = await client.chat.completions.create({ model, messages: [user([{ type: 'text', text: 'What is your ' }, { type: 'text', text: 'return policy?' }])] });
  assert.match(completion.choices[0].message.content, /return/i);
});

test('a proposal is confirmed by a yes in the same conversation', async () => {
  const first = await client.chat.completions.create({ model, messages: [user('Cancel order #N10416, I ordered it by mistake')] });
  assert.equal(first.answer.status, 'awaiting_confirmation');
  assert.equal(first.answer.proposal.kind, 'cancel_pending_order');
  const second = await client.chat.completions.create({ model, messages: [user('no, leave it')], metadata: first.metadata });
  assert.notEqual(second.answer.status, 'awaiting_confirmation');
});

test('errors are the ones that the client knows', async () => {
  const wrong = new OpenAI({ baseURL: `${SUPPORT_URL}/v1`, apiKey: 'nonsense', maxRetries: 0 });
  await assert.rejects(wrong.chat.completions.create({ model, messages: [user('Hello')] }), error =>
    error instanceof AuthenticationError && error.code === 'invalid_api_key' && error.type === 'authentication_error' && error.message.length > 0);
  await assert.rejects(client.chat.completions.create({ model, messages: [] }), error =>
    error instanceof BadRequestError && error.type === 'invalid_request_error' && /messages/.test(error.message));
  await assert.rejects(client.chat.completions.create({ model, messages: [user('Hello')], metadata: { conversation_id: 'c_nobodys' } }), error =>
    error instanceof NotFoundError && error.code === 'not_found');
  await assert.rejects(client.models.retrieve('gpt-unknown'), error => error instanceof NotFoundError);
  await assert.rejects(client.chat.completions.create({ model, messages: [user('x'.repeat(9_000))], stream: true }), error =>
    error instanceof APIError && error.status === 400);
});
