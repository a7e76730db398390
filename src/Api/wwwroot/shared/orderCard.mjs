// An order as a card.
import { badge, element } from './elements.mjs';
import { date, money, words } from './format.mjs';

const tones = {
  pending: ['info', 'clock'],
  pending_items_modified: ['info', 'clock'],
  processed: ['info', 'box'],
  shipped: ['info', 'box'],
  delivered: ['good', 'check'],
  cancelled: ['', 'cross'],
  return_requested: ['warn', 'back'],
  exchange_requested: ['warn', 'back'],
};
const labels = { pending_items_modified: 'Pending, items changed', shipped: 'On its way' };

/** The card; what can be done with the order goes below it. */
export function orderCard(order, ...actions) {
  const [tone, icon] = tones[order.status] ?? ['', 'box'];
  const total = order.items.reduce((sum, item) => sum + item.price, 0);
  const shown = order.items.slice(0, 4);
  return element('article', { className: 'order', data: { order: order.id }, ariaLabel: `Order ${order.id}` },
    element('div', { className: 'row' },
      element('strong', { textContent: order.id }),
      badge(labels[order.status] ?? words(order.status), tone, icon),
      element('span', { className: 'push amount', textContent: money(total) })),
    element('ul', { className: 'items' },
      ...shown.map(item => element('li', {}, item.name, options(item))),
      order.items.length > shown.length && element('li', { className: 'quiet', textContent: `and ${order.items.length - shown.length} more` })),
    element('p', { className: 'quiet', textContent: whereabouts(order) }),
    actions.length > 0 && element('div', { className: 'row order-actions' }, ...actions));
}

function options(item) {
  const said = Object.values(item.options ?? {}).join(', ');
  return said ? element('span', { className: 'quiet', textContent: ` ${said}` }) : '';
}

function whereabouts(order) {
  const parts = [];
  if (order.placedAt)
    parts.push(`Ordered ${date(order.placedAt)}`);
  if (order.deliveredAt)
    parts.push(`delivered ${date(order.deliveredAt)}`);
  else if (order.status === 'shipped' || order.status === 'processed') {
    const parcel = order.fulfillments?.find(one => one.trackingIds?.length);
    if (parcel?.estimatedDelivery)
      parts.push(`expected ${date(parcel.estimatedDelivery)}`);
    if (parcel)
      parts.push(`${parcel.carrier ?? 'parcel'} ${parcel.trackingIds[0]}`);
  }
  return parts.join(' · ');
}
