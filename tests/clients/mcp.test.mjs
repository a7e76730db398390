// The official MCP client against a running gateway: SUPPORT_URL, SUPPORT_TOKEN, SUPPORT_STAFF_TOKEN.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const { SUPPORT_URL, SUPPORT_TOKEN, SUPPORT_STAFF_TOKEN } = process.env;

async function connect(token, headers = {}) {
  const client = new Client({ name: 'support-agents-test', version: '1.0.0' });
  await client.connect(new StreamableHTTPClientTransport(new URL(`${SUPPORT_URL}/mcp`), { requestInit: { headers: { Authorization: `Bearer ${token}`, ...headers } } }));
  return client;
}

let client;
before(async () => { client = await connect(SUPPORT_TOKEN); });
after(() => client.close());

const call = (name, args = {}, from = client) => from.callTool({ name, arguments: args });

test('the server introduces itself', () => assert.equal(client.getServerVersion().name, 'support-agents'));

test('every tool has a description and a schema, and none takes a customer', async () => {
  const { tools } = await client.listTools();
  const names = tools.map(tool => tool.name);
  for (const name of ['get_customer_details', 'list_orders', 'get_order_details', 'track_order', 'list_product_types', 'find_products', 'get_product_details', 'check_stock',
    'get_purchase_history', 'get_product_feedback', 'recommend_products', 'search_knowledge', 'get_warranty', 'get_preferences', 'get_browsing_history', 'calculate',
    'cancel_pending_order', 'modify_pending_order_address', 'modify_pending_order_payment', 'modify_pending_order_items', 'return_delivered_order_items',
    'exchange_delivered_order_items', 'update_customer_address', 'update_preferences', 'confirm_proposal', 'decline_proposal', 'transfer_to_human'])
    assert.ok(names.includes(name), name);
  for (const tool of tools) {
    assert.ok(tool.description.length > 10, tool.name);
    assert.equal(tool.inputSchema.type, 'object');
    assert.ok(!Object.keys(tool.inputSchema.properties ?? {}).some(name => /customer|user_id/.test(name)), tool.name);
  }
});

test('reads answer with the records of the token\'s customer', async () => {
  const profile = await call('get_customer_details');
  assert.ok(!profile.isError);
  assert.equal(profile.structuredContent.id, 'demo-anna');
  const order = await call('get_order_details', { order_id: '#N10431' });
  assert.equal(order.structuredContent.id, '#N10431');
  assert.equal((await call('calculate', { expression: '3 * (4.5 + 1)' })).content[0].text.includes('16.5'), true);
});

test('a write proposes, and only its confirmation changes something, once', async () => {
  const proposed = await call('cancel_pending_order', { order_id: '#N10431', reason: 'ordered by mistake' });
  assert.ok(!proposed.isError, JSON.stringify(proposed));
  const { proposal } = proposed.structuredContent;
  assert.equal(proposal.kind, 'cancel_pending_order');
  assert.equal((await call('get_order_details', { order_id: '#N10431' })).structuredContent.status, 'pending');

  const confirmed = await call('confirm_proposal', { proposal_id: proposal.id });
  const again = await call('confirm_proposal', { proposal_id: proposal.id });
  assert.ok(!confirmed.isError, JSON.stringify(confirmed));
  assert.deepEqual(again.structuredContent, confirmed.structuredContent);
  assert.equal((await call('get_order_details', { order_id: '#N10431' })).structuredContent.status, 'cancelled');
});

test('a refusal has a code, the rule and the facts', async () => {
  const refused = await call('cancel_pending_order', { order_id: '#N10431', reason: 'no longer needed' });
  assert.equal(refused.isError, true);
  assert.equal(typeof refused.structuredContent.code, 'string');
  assert.equal(typeof refused.structuredContent.rule, 'string');
  assert.ok(refused.content[0].text.length > 10);
});

test('somebody else\'s order, wrong arguments and unknown tools are told as such', async () => {
  assert.match((await call('get_order_details', { order_id: '#N99999' })).structuredContent.code, /not_found/);
  assert.equal((await call('get_order_details', { order: 5 })).isError, true);
  assert.equal((await call('no_such_tool')).isError, true);
});

test('staff act for the customer they name, and for nobody otherwise', async () => {
  const staff = await connect(SUPPORT_STAFF_TOKEN, { 'X-On-Behalf-Of': 'demo-marcus' });
  assert.equal((await call('get_customer_details', {}, staff)).structuredContent.id, 'demo-marcus');
  await staff.close();
  const nobody = await connect(SUPPORT_STAFF_TOKEN);
  assert.equal((await call('get_customer_details', {}, nobody)).isError, true);
  await nobody.close();
});

test('without a token nobody connects', async () => {
  await assert.rejects(connect('nonsense'), error => /401|Unauthorized/i.test(String(error)));
});
