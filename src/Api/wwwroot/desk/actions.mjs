// The agents' writes in the hands of staff: a form for each, the proposal that comes of it, and its confirmation.
import { openDialog } from '../shared/dialog.mjs';
import { element } from '../shared/elements.mjs';
import { proposalCard } from '../shared/proposal.mjs';
import { address, methods, pickedUnits, reason, replacements, units } from './fields.mjs';

const labels = { head: 'The customer must agree', yes: 'Confirm for the customer', no: 'Drop it', back: 'Customer gets back', pay: 'Customer pays' };

const cancel = { label: 'Cancel', tool: 'cancel_pending_order', fields: () => [reason()], read: form => ({ reason: form.get('reason') }) };
const moveTo = { label: 'Address', tool: 'modify_pending_order_address', fields: (order, { customer }) => address(order.address ?? customer.address), read: readAddress };
const payWith = {
  label: 'Payment', tool: 'modify_pending_order_payment',
  fields: (order, { customer }) => [methods(customer, 'Pay with')],
  read: form => ({ payment_method_id: form.get('method') }),
};
const giveBack = {
  label: 'Return', tool: 'return_delivered_order_items',
  fields: (order, { customer }) => [units(order, 'What comes back'), methods(customer, 'Refund to')],
  read: (form, order) => ({ variant_ids: pickedUnits(form, order), payment_method_id: form.get('method') }),
};
const replace = (label, tool) => ({
  label, tool,
  fields: async (order, context) => [await replacements(order, context), methods(context.customer, 'The difference goes over')],
  read: (form, order) => ({
    variant_ids: pickedUnits(form, order),
    new_variant_ids: [...order.items.keys()].filter(index => form.has(`unit-${index}`)).map(index => form.get(`new-${index}`)),
    payment_method_id: form.get('method'),
  }),
});
const undo = { label: 'Undo last change', tool: 'undo_action', fields: () => [], read: () => ({}) };

/** The change of the customer's own address. */
export const addressAction = { label: 'Change address', tool: 'update_customer_address', fields: (order, { customer }) => address(customer.address), read: readAddress };

/** What may be tried with an order as it stands; the rules decide. */
export function actionsFor(order) {
  switch (order.status) {
    case 'pending': return [cancel, moveTo, payWith, replace('Items', 'modify_pending_order_items')];
    case 'pending_items_modified': return [moveTo, payWith, undo];
    case 'delivered': return [giveBack, replace('Exchange', 'exchange_delivered_order_items')];
    case 'cancelled':
    case 'return_requested':
    case 'exchange_requested': return [undo];
    default: return [];
  }
}

/** Opens the action's form; `context` has customer, run(tool, arguments) and done(text). */
export async function openAction(action, order, context) {
  const body = element('div', { className: 'dialog-body stack' }, element('p', { className: 'quiet', textContent: 'Loading …' }));
  const dialog = openDialog(order ? `${action.label}: order ${order.id}` : action.label, body);
  const said = element('p', { className: 'problem', role: 'alert' });
  let fields;
  try {
    fields = await action.fields(order, context);
  } catch (failure) {
    body.replaceChildren(element('p', { className: 'problem', textContent: failure.message }));
    return;
  }
  const form = element('form', { className: 'stack' }, ...fields, said, element('button', { type: 'submit', textContent: 'Propose' }));
  body.replaceChildren(form);
  (form.querySelector('input, select') ?? form.querySelector('button')).focus();
  form.addEventListener('submit', async event => {
    event.preventDefault();
    said.textContent = '';
    const given = { ...(order && { order_id: order.id }), ...action.read(new FormData(form), order) };
    await settle(() => context.run(action.tool, given), said, outcome => showProposal(outcome, body, dialog, context));
  });
}

function showProposal(outcome, body, dialog, context) {
  const said = element('p', { className: 'problem', role: 'alert' });
  const card = proposalCard(outcome.proposal, async accept => {
    for (const one of card.querySelectorAll('button'))
      one.disabled = true;
    await settle(() => context.run(accept ? 'confirm_proposal' : 'decline_proposal', { proposal_id: outcome.proposal.id }), said, async result => {
      if (result.proposal) {
        // The order changed meanwhile: this is the quote now.
        showProposal(result, body, dialog, context);
        return;
      }
      dialog.close();
      if (accept)
        await context.done(`Done at the desk: ${outcome.proposal.summary}`);
    });
  }, labels);
  body.replaceChildren(card, said);
  card.querySelector('button')?.focus();
}

/** Runs a tool; a refusal is told with what is possible instead. */
async function settle(run, said, next) {
  try {
    const outcome = await run();
    if (outcome.refusal)
      said.textContent = [outcome.refusal.rule, outcome.refusal.nearest].filter(Boolean).join(' ');
    else
      await next(outcome);
  } catch (failure) {
    said.textContent = failure.message;
  }
}

function readAddress(form) {
  const given = Object.fromEntries(['line1', 'line2', 'city', 'state', 'country', 'postal_code'].map(name => [name, form.get(name).trim()]));
  return { ...given, line2: given.line2 || '' };
}
