// The agents and their tools in words for people.
const agents = {
  orders: { name: 'Orders', icon: 'box' },
  recommendations: { name: 'Products', icon: 'heart' },
  troubleshooting: { name: 'Product help', icon: 'wrench' },
  personalization: { name: 'Your account', icon: 'gear' },
};

const tools = {
  get_customer_details: 'looking at the account',
  list_orders: 'looking through the orders',
  get_order_details: 'opening the order',
  track_order: 'tracking the parcel',
  list_product_types: 'looking at what the shop has',
  find_products: 'searching the catalogue',
  get_product_details: 'reading about the product',
  check_stock: 'checking the stock',
  get_purchase_history: 'looking at past purchases',
  get_product_feedback: 'reading what others said',
  recommend_products: 'picking products',
  search_knowledge: 'reading the manuals and policies',
  get_warranty: 'checking the warranty',
  get_preferences: 'looking at the preferences',
  get_browsing_history: 'looking at what was viewed',
  update_preferences: 'saving the preferences',
  calculate: 'doing the sums',
  cancel_pending_order: 'preparing a cancellation',
  modify_pending_order_address: 'preparing a change of address',
  modify_pending_order_payment: 'preparing a change of payment',
  modify_pending_order_items: 'preparing a change of items',
  return_delivered_order_items: 'preparing a return',
  exchange_delivered_order_items: 'preparing an exchange',
  update_customer_address: 'preparing a new address',
  confirm_proposal: 'carrying it out',
  decline_proposal: 'dropping the proposal',
  undo_action: 'preparing to take it back',
  transfer_to_human: 'calling a person',
};

export const agentName = agent => agents[agent]?.name ?? 'Support';
export const agentIcon = agent => agents[agent]?.icon ?? 'spark';
export const toolWords = tool => tools[tool] ?? tool.replaceAll('_', ' ');
