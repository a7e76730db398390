// The customer's page: sign in, talk, see what the agents do.
import { Client, Problem } from '../shared/client.mjs';
import { button, element, placeIcons } from '../shared/elements.mjs';
import { Session, claims } from '../shared/session.mjs';
import { History } from './history.mjs';
import { openMyData } from './myData.mjs';
import { Orders } from './orders.mjs';
import { Outbox } from './outbox.mjs';
import { panel } from './panels.mjs';
import { askRating } from './rating.mjs';
import { offerSignIn } from './signIn.mjs';
import { Thread } from './thread.mjs';

const $ = id => document.getElementById(id);
const openers = ['Where is my order?', 'I want to return something', 'Help with a product', 'Recommend me something'];

const session = new Session('chat');
let client = new Client(session.token);
let following = null;
let starting = null;
const lost = { stream: false, outbox: false };
// What a visitor asked that needs an account: it is there to be sent once they have signed in.
let unasked = '';
let signingIn = false;

placeIcons();
const historyPanel = panel('history', $('show-history'), true);
const ordersPanel = panel('orders', $('show-orders'), false);
const orders = new Orders($('order-list'), text => {
  ordersPanel.close();
  say({ text }, text);
});
const thread = new Thread($('messages'), client, {
  act: say,
  retry: key => outbox.retry(key),
  signIn: asked => later(true, asked),
  orders: text => orders.mentioned(text),
  announce,
  welcome,
  changed,
});
const outbox = new Outbox({
  send: async (body, key) => client.submit(route(await conversation(), '/messages'), body, key),
  failed: (key, failure) => failure.status === 401 ? signOut(failure.message) : thread.failed(key, failure.message),
  waiting: isWaiting => connection('outbox', isWaiting),
});
const history = new History($('conversations'), $('more-conversations'), {
  attempt,
  open: id => {
    historyPanel.close();
    open(id);
  },
  removed: id => id === session.conversation && startNew(),
});

$('sign-out').addEventListener('click', () => signOut());
$('my-data').addEventListener('click', () => openMyData(client, attempt, () => signOut('Everything that we kept about you is erased.')));
$('sign-in-later').addEventListener('click', () => later(true));
$('back-to-chat').addEventListener('click', () => later(false));
$('new-conversation').addEventListener('click', startNew);
$('message-form').addEventListener('submit', event => {
  event.preventDefault();
  const text = $('words').value;
  if (!text.trim())
    return;
  $('words').value = '';
  say({ text }, text);
});
$('words').addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    $('message-form').requestSubmit();
  }
});
$('person').addEventListener('click', () => attempt(async () =>
  client.post(route(await conversation(), '/handoff'), { reason: 'The customer asked for a person.' })));
$('rate').addEventListener('click', () => askRating(async rating => client.post(route(await conversation(), '/feedback'), rating)));

offerSignIn(new Client(null), signIn);
show();

async function show() {
  if (!arrange()) {
    $('who').textContent = 'We are here to help';
    return;
  }
  $('who').textContent = isVisitor() ? 'Not signed in' : `Signed in as ${claims(session.token).name ?? claims(session.token).sub ?? 'a customer'}`;
  const loading = isVisitor() ? null : attempt(() => orders.load(client));
  if (session.conversation) {
    // Answers that name an order show its card, so the orders come first; without them the talk goes on all the same.
    await loading;
    open(session.conversation);
  } else {
    startNew();
  }
  await attempt(() => history.load(client, session.conversation));
}

/** Shows what there is for whoever is here; true when it is the conversation. */
function arrange() {
  const isTalking = Boolean(session.token) && !signingIn;
  for (const id of ['desk', 'person', 'show-history'])
    $(id).hidden = !isTalking;
  $('show-orders').hidden = !isTalking || isVisitor();
  $('my-data').hidden = isVisitor();
  $('sign-in-later').hidden = !isTalking || !isVisitor();
  $('sign-in').hidden = isTalking;
  $('or').hidden = $('visit').hidden = Boolean(session.token);
  $('back-to-chat').hidden = !session.token;
  return isTalking;
}

function isVisitor() {
  return claims(session.token ?? '').role === 'visitor';
}

/** A visitor signs in after all, or thinks better of it; the conversation waits. */
function later(isSigningIn, asked = '') {
  signingIn = isSigningIn;
  unasked = asked;
  arrange();
  $(isSigningIn ? 'email' : 'words').focus();
}

function signIn(token) {
  $('sign-in-problem').textContent = '';
  // A frame's site may say the same again.
  if (!token || token === session.token)
    return;
  following?.abort();
  session.clear();
  signingIn = false;
  session.token = token;
  client = new Client(token);
  thread.client = client;
  show();
  $('words').value = unasked;
  unasked = '';
}

function signOut(reason = '') {
  following?.abort();
  session.clear();
  signingIn = false;
  client = new Client(null);
  thread.clear();
  $('sign-in-problem').textContent = reason;
  show();
}

/** A conversation exists once something is said in it. */
function startNew() {
  following?.abort();
  session.conversation = null;
  starting = null;
  thread.clear();
  history.mark(null);
  historyPanel.close();
  $('words').focus();
}

async function conversation() {
  if (session.conversation)
    return session.conversation;
  starting ??= client.post('/v1/conversations', {});
  try {
    const { conversationId } = await starting;
    if (session.conversation !== conversationId) {
      session.conversation = conversationId;
      follow(conversationId);
    }
    return conversationId;
  } catch (failure) {
    starting = null;
    throw failure;
  }
}

function open(id) {
  session.conversation = id;
  thread.clear();
  history.mark(id);
  follow(id);
}

// The whole thread is the stream from its beginning: history, another tab's words and what happens now come in one order.
function follow(id) {
  following?.abort();
  following = new AbortController();
  const { signal } = following;
  attempt(() => client.follow(route(id, '/events'),
    (name, data) => !signal.aborted && thread.event(name, data), signal, state => connection('stream', state === 'waiting')));
}

function say(body, shown) {
  $('problem').textContent = '';
  thread.pending(outbox.add(body), shown);
}

function changed(what, isFresh, answer) {
  if (what === 'closed' && isFresh)
    $('rate').classList.remove('bare');
  if (!isFresh)
    return;
  if (what !== 'person' || !history.list.childElementCount)
    attempt(() => history.load(client, session.conversation));
  if (what === 'answered' && !isVisitor() && answer.requests.some(request => request.status === 'done'))
    attempt(() => orders.load(client));
}

function connection(part, isLost) {
  lost[part] = isLost;
  const any = lost.stream || lost.outbox;
  $('connection').hidden = !any;
  $('connection').textContent = any ? 'The connection is lost. We are trying again; nothing you wrote is gone.' : '';
}

function welcome() {
  const name = claims(session.token ?? '').name?.split(' ')[0];
  return element('div', { className: 'welcome' },
    element('h3', { textContent: name ? `Hi ${name}, how can we help?` : 'How can we help?' }),
    element('p', { className: 'quiet', textContent: 'Ask about an order, a product or a return. You can ask several things at once.' }),
    element('div', { className: 'choices' }, ...openers.map(text => button(text, () => say({ text }, text)))));
}

/** Reads a finished message out; it goes again, so that nobody meets it twice on the page. */
function announce(text) {
  const line = element('p', { textContent: text });
  $('announcer').append(line);
  setTimeout(() => line.remove(), 5000);
}

function route(id, rest) {
  return `/v1/conversations/${encodeURIComponent(id)}${rest}`;
}

async function attempt(work) {
  try {
    $('problem').textContent = '';
    await work();
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 401) {
      signOut(failure.message);
    } else if (failure instanceof Problem && failure.status === 404 && session.conversation) {
      startNew();
      $('problem').textContent = 'That conversation does not exist any more.';
    } else {
      $('problem').textContent = failure.message;
    }
  }
}
