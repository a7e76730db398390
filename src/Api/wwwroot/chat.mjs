// The customer's page: sign in, talk, see what the agents do.
import { Client, Problem } from './client.mjs';
import { answer, element, message, settle } from './messages.mjs';
import { claims, session } from './session.mjs';

const $ = id => document.getElementById(id);
let client = new Client(session.token);
let following = null;
let live = null;
// Settles when there is a conversation to write to: visitors type before that.
let ready = Promise.resolve();

$('token-form').addEventListener('submit', event => {
  event.preventDefault();
  signIn($('token').value.trim());
});
$('demo-form').addEventListener('submit', async event => {
  event.preventDefault();
  try {
    signIn((await client.post('/demo/token', { customerId: $('demo-customer').value })).token);
  } catch (failure) {
    $('sign-in-problem').textContent = failure.message;
  }
});
$('sign-out').addEventListener('click', signOut);
$('new-conversation').addEventListener('click', async () => {
  ready = attempt(startConversation);
  await ready;
  await attempt(listConversations);
});
$('message-form').addEventListener('submit', event => {
  event.preventDefault();
  const text = $('words').value;
  if (text.trim())
    attempt(() => send({ text }));
});
$('words').addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    $('message-form').requestSubmit();
  }
});
$('person').addEventListener('click', () => attempt(async () => {
  await ready;
  await client.post(route('/handoff'), { reason: 'The customer asked on the chat page.' });
}));
$('rating').addEventListener('submit', event => {
  event.preventDefault();
  attempt(async () => {
    await client.post(route('/feedback'), { rating: Number(event.submitter.value) });
    $('doing').textContent = 'Thank you for the rating.';
  });
});

await show();

async function show() {
  const signedIn = Boolean(session.token);
  $('sign-in').hidden = signedIn;
  $('desk').hidden = !signedIn;
  $('sign-out').hidden = !signedIn;
  $('who').textContent = signedIn ? `Signed in as ${claims(session.token).sub ?? 'a customer'}` : '';
  if (!signedIn) {
    await offerDemo();
    return;
  }
  ready = attempt(async () => {
    if (session.conversation)
      open(session.conversation);
    else
      await startConversation();
    $('words').focus();
  });
  await ready;
  await attempt(listConversations);
}

async function offerDemo() {
  try {
    const { items } = await client.get('/demo/customers');
    $('demo-customer').replaceChildren(...items.map(customer =>
      element('option', { value: customer.id, textContent: customer.about ? `${customer.name}: ${customer.about}` : customer.name })));
    $('demo-form').hidden = items.length === 0;
  } catch {
    $('demo-form').hidden = true;
  }
}

function signIn(token) {
  $('sign-in-problem').textContent = '';
  session.token = token;
  client = new Client(token);
  show();
}

function signOut() {
  following?.abort();
  session.clear();
  client = new Client(null);
  $('token').value = '';
  $('messages').replaceChildren();
  show();
}

async function startConversation() {
  const { conversationId } = await client.post('/v1/conversations', {});
  open(conversationId);
}

async function listConversations() {
  const { items } = await client.get('/v1/conversations?limit=30');
  $('conversations').replaceChildren(...items.map(conversation => {
    const button = element('button', {
      type: 'button',
      textContent: conversation.title || 'New conversation',
      onclick: () => open(conversation.conversationId),
    });
    button.dataset.id = conversation.conversationId;
    return element('li', {}, button);
  }));
  markCurrent();
}

function markCurrent() {
  for (const button of $('conversations').querySelectorAll('button')) {
    if (button.dataset.id === session.conversation)
      button.setAttribute('aria-current', 'true');
    else
      button.removeAttribute('aria-current');
  }
}

// The whole thread is the stream from its beginning: history, another tab's words and what happens now come in one order.
function open(conversation) {
  following?.abort();
  following = new AbortController();
  session.conversation = conversation;
  live = null;
  $('messages').replaceChildren();
  $('doing').textContent = '';
  markCurrent();
  const { signal } = following;
  attempt(() => client.follow(route('/events'), happened, signal, state => {
    $('problem').textContent = state === 'waiting' ? 'The connection is lost; trying again.' : '';
  }));
}

function happened(name, data) {
  switch (name) {
    case 'message':
      settle($('messages'));
      add(message('customer', data.message.text || (data.message.confirm ? (data.message.confirm.accept ? 'Confirm' : 'Not now') : '…')));
      doing('Reading');
      break;
    case 'agent_started': doing(`${data.agent} is working on it`); break;
    case 'tool_called': doing(`${data.agent}: ${data.tool.replaceAll('_', ' ')}`); break;
    case 'token': token(data); break;
    case 'agent_said': finish(answer(data.answer, act)); break;
    case 'turn_cancelled': finish(message('system', 'Stopped.')); break;
    case 'handed_off': finish(message('system', 'A person will answer here.')); break;
    case 'staff_assigned': add(message('system', `${data.name} joined.`)); break;
    case 'staff_said': add(message('staff', data.text, data.name)); break;
    case 'handed_back': add(message('system', 'The assistants answer again.')); break;
    case 'closed': add(message('system', 'This conversation is closed. Write to open it again.')); break;
  }
}

function token(data) {
  live ??= add(message('agent', ''));
  live.append(data.text);
}

function finish(made) {
  live?.remove();
  live = null;
  add(made);
  doing('');
}

function add(made) {
  $('messages').append(made);
  made.scrollIntoView({ block: 'end' });
  return made;
}

function doing(text) {
  $('doing').textContent = text ? `${text} …` : '';
}

function act(body) {
  attempt(() => send(body));
}

async function send(body) {
  $('words').value = '';
  settle($('messages'));
  await ready;
  // The answer comes by the stream; the key makes a repeat after a lost connection harmless.
  const key = crypto.randomUUID?.() ?? `k${Date.now()}${Math.random()}`;
  try {
    await client.post(route('/messages'), body, { 'Idempotency-Key': key });
  } catch (failure) {
    if (body.text && !body.choice)
      $('words').value ||= body.text;
    throw failure;
  }
  await attempt(listConversations);
}

function route(rest) {
  return `/v1/conversations/${encodeURIComponent(session.conversation)}${rest}`;
}

async function attempt(work) {
  $('problem').textContent = '';
  try {
    await work();
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 401) {
      signOut();
      $('sign-in-problem').textContent = failure.message;
    } else if (failure instanceof Problem && failure.status === 404 && session.conversation) {
      session.conversation = null;
      $('problem').textContent = 'That conversation does not exist any more.';
    } else {
      $('problem').textContent = failure.message;
    }
  }
}
