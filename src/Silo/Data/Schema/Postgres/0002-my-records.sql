-- What query_my_records may read: views of one customer's rows, for a role that reaches nothing else. Whose rows is told
-- by a row that only the owner can write and that lives as long as the transaction, not by a setting that SQL could change.
CREATE TABLE query_scopes (
    transaction_id xid8 PRIMARY KEY,
    customer_id text NOT NULL
);

CREATE SCHEMA my;
GRANT USAGE ON SCHEMA my TO support_my_records;

CREATE FUNCTION my.current_customer() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
    'SELECT customer_id FROM public.query_scopes WHERE transaction_id = pg_current_xact_id_if_assigned()';

CREATE VIEW my.my_profile WITH (security_barrier) AS
    SELECT id, first_name, last_name, email, phone, address_line1, address_line2, address_city, address_state, address_country,
        address_postal_code, loyalty_tier, joined_at
    FROM customers WHERE id = my.current_customer();

CREATE VIEW my.my_payment_methods WITH (security_barrier) AS
    SELECT id, kind, brand, last_four, round(balance_cents / 100.0, 2) AS balance
    FROM customer_payment_methods WHERE customer_id = my.current_customer();

CREATE VIEW my.my_orders WITH (security_barrier) AS
    SELECT id, status, placed_at, delivered_at, cancel_reason, address_line1, address_line2, address_city, address_state,
        address_country, address_postal_code
    FROM orders WHERE customer_id = my.current_customer();

CREATE VIEW my.my_order_items WITH (security_barrier) AS
    SELECT i.order_id, i.variant_id, i.product_id, i.name, i.options::jsonb AS options, round(i.price_cents / 100.0, 2) AS price
    FROM order_items i JOIN orders o ON o.id = i.order_id WHERE o.customer_id = my.current_customer();

CREATE VIEW my.my_payments WITH (security_barrier) AS
    SELECT p.order_id, p.kind, round(p.amount_cents / 100.0, 2) AS amount, p.payment_method_id
    FROM payments p JOIN orders o ON o.id = p.order_id WHERE o.customer_id = my.current_customer();

CREATE VIEW my.my_shipments WITH (security_barrier) AS
    SELECT s.order_id, s.tracking_ids::jsonb AS tracking_ids, s.variant_ids::jsonb AS variant_ids, s.carrier, s.estimated_delivery
    FROM shipments s JOIN orders o ON o.id = s.order_id WHERE o.customer_id = my.current_customer();

CREATE VIEW my.my_browsing WITH (security_barrier) AS
    SELECT product_id, at, seconds, action FROM browsing WHERE customer_id = my.current_customer();

GRANT SELECT ON ALL TABLES IN SCHEMA my TO support_my_records;
