// What the shop keeps about the customer: a copy of it, and its end.
import { openDialog } from '../shared/dialog.mjs';
import { button, element } from '../shared/elements.mjs';

/** Opens the dialog; `erased()` is called when there is no customer any more. */
export function openMyData(client, attempt, erased) {
  const answer = element('p', { className: 'quiet', attrs: { role: 'status' } });
  const erase = button('Erase everything', () => ask(false));
  const body = element('div', { className: 'stack' },
    element('p', { textContent: 'A copy has your account, orders, reviews, what you looked at, our conversations and what we infer from it.' }),
    button('Download my data', () => attempt(async () => save(await client.get('/v1/me/export')))),
    element('p', { textContent: 'Erasing cannot be undone. Your orders stay in our books, without your name, address and payment details.' }),
    erase, answer);
  const dialog = openDialog('My data', body);

  function ask(includingOpenOrders, why = '') {
    answer.textContent = `${why} Erase everything for good?`.trim();
    erase.replaceWith(button('Yes, erase everything', () => attempt(() => run(includingOpenOrders))));
  }

  async function run(includingOpenOrders) {
    try {
      await client.remove(`/v1/me?includingOpenOrders=${includingOpenOrders}`);
    } catch (failure) {
      if (failure.status !== 409 || includingOpenOrders)
        throw failure;
      answer.textContent = `${failure.message} They would lose it.`;
      body.append(button('Erase everything all the same', () => attempt(() => run(true))));
      return;
    }
    dialog.close();
    erased();
  }
}

function save(data) {
  const link = element('a', { href: URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' })), download: 'my-data.json' });
  link.click();
  URL.revokeObjectURL(link.href);
}
