// Who the customer is, with their orders and what can be done about them.
import { button, element } from '../shared/elements.mjs';
import { customerLabel, date, isVisitor, money, since } from '../shared/format.mjs';
import { orderCard } from '../shared/orderCard.mjs';
import { actionsFor, addressAction, openAction } from './actions.mjs';

const shownConversations = 8;

export class CustomerPanel {
  /** `desk` has client, attempt, note(text) and named(name). */
  constructor(customerId, desk) {
    this.customerId = customerId;
    this.desk = desk;
    this.element = element('div', { className: 'stack' }, element('p', { className: 'quiet', textContent: 'Loading …' }));
  }

  async load() {
    if (isVisitor(this.customerId)) {
      this.desk.named(customerLabel(null, this.customerId));
      this.element.replaceChildren(element('p', { className: 'quiet', textContent: 'This person is not signed in. Nothing is known of an account; please do not tell them about one.' }));
      return;
    }
    const { customer, orders, conversations } = await this.desk.client.get(`/v1/desk/customers/${encodeURIComponent(this.customerId)}`);
    const name = `${customer.firstName} ${customer.lastName}`;
    this.desk.named(name);
    const context = {
      customer,
      orders,
      run: (tool, body) => this.desk.client.post(`/v1/desk/customers/${encodeURIComponent(this.customerId)}/tools/${tool}`, body),
      done: async text => {
        await this.desk.attempt(() => this.desk.note(text));
        await this.desk.attempt(() => this.load());
      },
    };
    this.element.replaceChildren(
      element('section', { className: 'card who', ariaLabel: 'Customer' },
        element('h3', { textContent: name }),
        element('dl', { className: 'facts' }, ...facts(customer)),
        button(addressAction.label, () => openAction(addressAction, null, context), 'bare')),
      element('h3', { textContent: `Orders (${orders.length})` }),
      ...orders.map(order => orderCard(order, ...actionsFor(order).map(action => button(action.label, () => openAction(action, order, context))))),
      element('h3', { textContent: 'Conversations' }),
      element('ul', { className: 'links' }, ...conversations.items.slice(0, shownConversations).map(one => element('li', {},
        element('a', { href: `#/queue/${encodeURIComponent(one.conversationId)}`, textContent: one.title ?? 'Untitled' }),
        element('span', { className: 'quiet', textContent: ` ${since(one.updatedAt)}` })))));
  }
}

function facts(customer) {
  const { address } = customer;
  const methods = (customer.paymentMethods ?? []).map(method => methodName(method)).join(', ');
  return [
    ['Id', customer.id],
    ['E-mail', customer.email],
    ['Phone', customer.phone],
    ['Address', address && [address.line1, address.line2, address.city, address.state, address.postalCode, address.country].filter(Boolean).join(', ')],
    ['Pays with', methods],
    ['Loyalty', customer.loyaltyTier],
    ['Customer since', customer.joinedAt && date(customer.joinedAt)],
  ].filter(([, value]) => value).flatMap(([name, value]) => [element('dt', { textContent: name }), element('dd', { textContent: value })]);
}

/** "Visa 1234", "Gift card $20.00". */
export function methodName(method) {
  if (method.kind === 'gift_card')
    return `Gift card ${method.balance == null ? '' : money(method.balance)}`.trim();
  return method.kind === 'paypal' ? 'PayPal' : `${method.brand ?? 'Card'} ${method.lastFour ?? ''}`.trim();
}
