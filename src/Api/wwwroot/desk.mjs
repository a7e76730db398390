// The staff's page: the queue, a conversation as it happens, and what can be done with it.
import { Client, Problem } from './client.mjs';
import { answer, element, message } from './messages.mjs';
import { session } from './session.mjs';

const $ = id => document.getElementById(id);
let client = new Client(session.token);
let following = null;
let current = null;

$('token-form').addEventListener('submit', event => {
  event.preventDefault();
  session.token = $('token').value.trim();
  client = new Client(session.token);
  show();
});
$('sign-out').addEventListener('click', signOut);
$('refresh').addEventListener('click', () => attempt(listQueue));
$('reply-form').addEventListener('submit', event => {
  event.preventDefault();
  attempt(() => act(event.submitter.value));
});

await show();

async function show() {
  const signedIn = Boolean(session.token);
  $('sign-in').hidden = signedIn;
  $('desk').hidden = !signedIn;
  $('sign-out').hidden = !signedIn;
  if (signedIn)
    await attempt(listQueue);
}

function signOut() {
  following?.abort();
  session.clear();
  client = new Client(null);
  show();
}

async function listQueue() {
  const { items } = await client.get('/v1/desk/queue');
  $('queue').replaceChildren(...items.map(item => element('li', {}, element('button', {
    type: 'button',
    textContent: `${item.reason ?? 'No reason given'} · since ${new Date(item.waitingSince).toLocaleTimeString()}${item.assignedTo ? ` · ${item.assignedTo}` : ''}`,
    onclick: () => open(item.conversation),
  }))));
  if (items.length === 0)
    $('queue').replaceChildren(element('li', { className: 'quiet', textContent: 'Nobody is waiting.' }));
}

function open(conversation) {
  following?.abort();
  following = new AbortController();
  current = conversation.conversationId;
  $('title').textContent = `Customer ${conversation.customerId}`;
  $('reply-form').hidden = false;
  $('messages').replaceChildren();
  const { signal } = following;
  attempt(() => client.follow(`/v1/conversations/${encodeURIComponent(current)}/events`, happened, signal));
}

function happened(name, data) {
  switch (name) {
    case 'message': add(message('customer', data.message.text || '(a choice or a confirmation)')); break;
    case 'agent_said': add(answer(data.answer, null)); break;
    case 'staff_said': add(message('staff', data.text, data.name)); break;
    case 'note_added': add(message('system', `Note by ${data.name}: ${data.text}`)); break;
    case 'handed_off':
      add(message('system', `Handed off: ${data.reason}`));
      if (data.package)
        add(element('pre', { className: 'message', textContent: JSON.stringify(data.package, null, 2) }));
      break;
    case 'staff_assigned': add(message('system', `Taken by ${data.name}.`)); break;
    case 'handed_back': add(message('system', `Handed back by ${data.name}.`)); break;
    case 'rated': add(message('system', `Rated ${data.rating} of 5. ${data.comment ?? ''}`)); break;
    case 'closed': add(message('system', `Closed by ${data.name}. ${data.outcome ?? ''}`)); break;
  }
}

function add(made) {
  $('messages').append(made);
  made.scrollIntoView({ block: 'end' });
}

async function act(action) {
  const text = $('words').value;
  const body = { reply: { text }, note: { text }, 'hand-back': { note: text || null }, close: { outcome: text || null }, assign: {} }[action];
  await client.post(`/v1/desk/conversations/${encodeURIComponent(current)}/${action}`, body);
  if (action !== 'assign')
    $('words').value = '';
  await listQueue();
}

async function attempt(work) {
  $('problem').textContent = '';
  try {
    await work();
  } catch (failure) {
    if (failure instanceof Problem && (failure.status === 401 || failure.status === 403)) {
      signOut();
      $('sign-in-problem').textContent = failure.message;
    } else {
      $('problem').textContent = failure.message;
    }
  }
}
