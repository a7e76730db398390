// Signing in: as a customer of the demo shop, with a token, or by the site that shows this page in a frame.
import { element } from '../shared/elements.mjs';

const $ = id => document.getElementById(id);

/** Calls `signIn(token)` when the visitor, or the embedding site, gives one. */
export function offerSignIn(client, signIn) {
  $('token-form').addEventListener('submit', event => {
    event.preventDefault();
    signIn($('token').value.trim());
    $('token').value = '';
  });
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
      onclick: async () => {
        try {
          signIn((await client.post('/demo/token', { customerId: customer.id })).token);
        } catch (failure) {
          $('sign-in-problem').textContent = failure.message;
        }
      },
    },
    element('span', { className: 'avatar', ariaHidden: 'true', textContent: customer.name.charAt(0) }),
    element('span', {}, customer.name, customer.about && element('span', { className: 'quiet', textContent: customer.about }))))));
}
