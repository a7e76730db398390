-- What each erasure did, as proof. It names no customer.
CREATE TABLE erasures (
    id text PRIMARY KEY,
    at $timestamp$ NOT NULL,
    requested_by text NOT NULL,
    receipt text NOT NULL
);

CREATE INDEX feedback_of_customer ON feedback (customer_id);
CREATE INDEX proposals_of_customer ON proposals (customer_id);

-- When an order was written last: the ranking of each silo reads what changed since it looked.
ALTER TABLE orders ADD COLUMN changed_at $timestamp$;
UPDATE orders SET changed_at = '1970-01-01T00:00:00.000000Z';
CREATE INDEX orders_changed ON orders (changed_at, id);
INSERT INTO versions (name, value) VALUES ('ratings', 1);
