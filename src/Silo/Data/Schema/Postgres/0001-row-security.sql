-- Work for one customer is done in the role support_customer, which owns nothing: a query that forgets its condition
-- finds that customer's rows and no others. Roles belong to the server, so another database may have made them already.
DO 'BEGIN
    CREATE ROLE support_customer NOLOGIN NOINHERIT;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END';
DO 'BEGIN
    CREATE ROLE support_my_records NOLOGIN NOINHERIT;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END';
GRANT support_customer, support_my_records TO CURRENT_USER;

GRANT USAGE ON SCHEMA public TO support_customer;
GRANT SELECT ON products, variants, policies, versions, feedback TO support_customer;
GRANT SELECT, INSERT, UPDATE ON customers, orders, proposals, conversations TO support_customer;
GRANT SELECT, INSERT, DELETE ON customer_payment_methods, order_items, shipments, payments, returns, exchanges TO support_customer;
GRANT SELECT, INSERT ON ledger, conversation_log TO support_customer;
GRANT SELECT ON browsing TO support_customer;

ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON customers TO support_customer USING (id = current_setting('app.customer_id', true));
ALTER TABLE customer_payment_methods ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON customer_payment_methods TO support_customer USING (customer_id = current_setting('app.customer_id', true));
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON orders TO support_customer USING (customer_id = current_setting('app.customer_id', true));
ALTER TABLE proposals ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON proposals TO support_customer USING (customer_id = current_setting('app.customer_id', true));
ALTER TABLE ledger ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON ledger TO support_customer USING (customer_id = current_setting('app.customer_id', true));
ALTER TABLE browsing ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON browsing TO support_customer USING (customer_id = current_setting('app.customer_id', true));
ALTER TABLE conversations ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON conversations TO support_customer USING (customer_id = current_setting('app.customer_id', true));

-- What belongs to an order or a conversation is reached through it, and those are limited above.
ALTER TABLE order_items ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON order_items TO support_customer USING (EXISTS (SELECT 1 FROM orders WHERE orders.id = order_id));
ALTER TABLE shipments ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON shipments TO support_customer USING (EXISTS (SELECT 1 FROM orders WHERE orders.id = order_id));
ALTER TABLE payments ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON payments TO support_customer USING (EXISTS (SELECT 1 FROM orders WHERE orders.id = order_id));
ALTER TABLE returns ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON returns TO support_customer USING (EXISTS (SELECT 1 FROM orders WHERE orders.id = order_id));
ALTER TABLE exchanges ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON exchanges TO support_customer USING (EXISTS (SELECT 1 FROM orders WHERE orders.id = order_id));
ALTER TABLE conversation_log ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON conversation_log TO support_customer USING (EXISTS (SELECT 1 FROM conversations WHERE conversations.id = conversation_id));
