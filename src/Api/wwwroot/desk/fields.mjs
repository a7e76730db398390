// The parts that the forms of actions are made of.
import { element } from '../shared/elements.mjs';
import { money } from '../shared/format.mjs';
import { methodName } from './customer.mjs';

const reasons = ['no longer needed', 'ordered by mistake'];

/** Why an order is cancelled. */
export function reason() {
  return labelled('Reason', select('reason', reasons.map(text => [text, text])));
}

/** One of the customer's ways to pay. */
export function methods(customer, label) {
  return labelled(label, select('method', (customer.paymentMethods ?? []).map(method => [method.id, methodName(method)])));
}

/** The lines of an address, filled with what is known. */
export function address(known = {}) {
  const line = (name, label, value, required = true) =>
    labelled(label, element('input', { name, value: value ?? '', required, autocomplete: 'off' }));
  return [
    line('line1', 'Street and number', known?.line1),
    line('line2', 'Second line', known?.line2, false),
    line('city', 'City', known?.city),
    line('state', 'State', known?.state),
    line('postal_code', 'Postal code', known?.postalCode),
    line('country', 'Country', known?.country),
  ];
}

/** The order's units, to be ticked. */
export function units(order, legend) {
  return element('fieldset', { className: 'stack' }, element('legend', { textContent: legend }),
    ...order.items.map((item, index) => tick(item, index)));
}

/** The order's units, each with what it could be replaced by. */
export async function replacements(order, { run }) {
  const products = new Map();
  for (const id of new Set(order.items.map(item => item.productId)))
    products.set(id, (await run('get_product_details', { product_id: id })).data);
  return element('fieldset', { className: 'stack' }, element('legend', { textContent: 'What is replaced, and by what' }),
    ...order.items.map((item, index) => {
      const variants = (products.get(item.productId)?.variants ?? []).filter(variant => variant.available);
      const choice = select(`new-${index}`, variants.map(variant => [variant.id, `${options(variant)} · ${money(variant.price)}`]));
      choice.setAttribute('aria-label', `${item.name} is replaced by`);
      return element('div', { className: 'unit' }, tick(item, index), choice);
    }));
}

/** The variant of every ticked unit. */
export function pickedUnits(form, order) {
  return order.items.filter((_, index) => form.has(`unit-${index}`)).map(item => item.variantId);
}

function tick(item, index) {
  const box = element('input', { type: 'checkbox', name: `unit-${index}`, id: `unit-${index}` });
  return element('div', { className: 'tick' }, box,
    element('label', { htmlFor: box.id, textContent: `${item.name} ${options(item)} · ${money(item.price)}` }));
}

function labelled(label, control) {
  control.id ||= `field-${control.name}`;
  return element('div', { className: 'field-line' }, element('label', { htmlFor: control.id, textContent: label }), control);
}

function select(name, entries) {
  return element('select', { name, required: true }, ...entries.map(([value, text]) => element('option', { value, textContent: text })));
}

function options(thing) {
  return Object.values(thing.options ?? {}).join(', ') || 'standard';
}
