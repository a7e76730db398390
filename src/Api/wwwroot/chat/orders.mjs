// The customer's orders: in their panel, and as cards below an answer that names them.
import { button, element } from '../shared/elements.mjs';
import { orderCard } from '../shared/orderCard.mjs';

const mostCards = 3;

export class Orders {
  #orders = [];

  /** `ask(text)` sends words in the customer's name. */
  constructor(list, ask) {
    this.list = list;
    this.ask = ask;
  }

  async load(client) {
    this.#orders = (await client.get('/v1/me/orders')).items;
    this.list.replaceChildren(...this.#orders.map(order => orderCard(order, ...this.#actions(order))));
    if (this.#orders.length === 0)
      this.list.replaceChildren(element('p', { className: 'quiet', textContent: 'You have no orders yet.' }));
  }

  /** Cards of the orders that a text names; null when it names none, or so many that it is a list already. */
  mentioned(text) {
    const ids = new Set(text.match(/#[\w-]+/g));
    const found = this.#orders.filter(order => ids.has(order.id));
    return found.length > 0 && found.length <= mostCards
      ? element('div', { className: 'mentioned' }, ...found.map(order => orderCard(order)))
      : null;
  }

  #actions(order) {
    const offer = (label, text) => button(label, () => this.ask(text));
    switch (order.status) {
      case 'pending': return [offer('Change it', `I want to change the items of order ${order.id}`), offer('Cancel it', `I want to cancel order ${order.id}`)];
      case 'processed':
      case 'shipped': return [offer('Where is it?', `Where is order ${order.id}?`)];
      case 'delivered': return [offer('Return something', `I want to return something from order ${order.id}`), offer('Exchange', `I want to exchange something from order ${order.id}`)];
      default: return [offer('How does it stand?', `What is the status of order ${order.id}?`)];
    }
  }
}
