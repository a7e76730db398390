// Signing in: by a code to the account's e-mail address, as a visitor, as a customer of the demo shop, with a token, or by
// the site that shows this page in a frame.
import { element } from '../shared/elements.mjs';

const $ = id => document.getElementById(id);

/** Calls `signIn(token)` when the visitor, or the embedding site, gives one. */
export function offerSignIn(client, signIn) {
  $('token-form').addEventListener('submit', event => {
    event.preventDefault();
    signIn($('token').value.trim());
    $('token').value = '';
  });
  offerCode(client, signIn);
  $('visit').addEventListener('click', () => attempt(async () => signIn((await client.post('/v1/visitors')).token)));
  // Only sites that the gateway's frame-ancestors name can be the parent, and a token gives nobody more than it grants.
  addEventListener('message', event => {
    if (event.source === parent && parent !== window && typeof event.data?.supportToken === 'string')
      signIn(event.data.supportToken);
  });
  if (parent !== window) {
    document.documentElement.classList.add('embedded');
    parent.postMessage({ support: 'ready' }, '*');
  }
  return offerDemo(client, signIn);
}

/** Whether an account has the address is not told, so the second step always comes. */
function offerCode(client, signIn) {
  const step = hasCode => {
    $('email-form').hidden = hasCode;
    $('code-form').hidden = !hasCode;
    $('digits').value = '';
    $(hasCode ? 'digits' : 'email').focus();
  };
  $('email-form').addEventListener('submit', event => {
    event.preventDefault();
    attempt(async () => {
      $('code-sent').textContent = (await client.post('/v1/sign-in/code', { email: $('email').value.trim() })).message;
      step(true);
    });
  });
  $('code-form').addEventListener('submit', event => {
    event.preventDefault();
    attempt(async () => {
      const { token } = await client.post('/v1/sign-in', { email: $('email').value.trim(), code: $('digits').value.replaceAll(' ', '') });
      step(false);
      signIn(token);
    });
  });
  $('other-email').addEventListener('click', () => step(false));
}

async function attempt(work) {
  $('sign-in-problem').textContent = '';
  try {
    await work();
  } catch (failure) {
    $('sign-in-problem').textContent = failure.message;
  }
}

async function offerDemo(client, signIn) {
  let items = [];
  try {
    ({ items } = await client.get('/demo/customers'));
  } catch {
    // There is no demo shop here.
  }
  $('demo').hidden = items.length === 0;
  $('token-box').open = items.length === 0;
  $('demo-customers').replaceChildren(...items.map(customer => element('li', {},
    element('button', {
      type: 'button',
      className: 'plain',
      data: { customer: customer.id },
      onclick: () => attempt(async () => signIn((await client.post('/demo/token', { customerId: customer.id })).token)),
    },
    element('span', { className: 'avatar', ariaHidden: 'true', textContent: customer.name.charAt(0) }),
    element('span', {}, customer.name, customer.about && element('span', { className: 'quiet', textContent: customer.about }))))));
}
