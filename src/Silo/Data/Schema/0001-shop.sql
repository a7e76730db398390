-- The shop's records. Money is in cents; lists inside a row are JSON text.
CREATE TABLE customers (
    id text PRIMARY KEY,
    first_name text NOT NULL,
    last_name text NOT NULL,
    email text NOT NULL,
    email_key text NOT NULL UNIQUE,
    phone text,
    address_line1 text,
    address_line2 text,
    address_city text,
    address_state text,
    address_country text,
    address_postal_code text,
    has_payment_methods boolean NOT NULL,
    preferences text,
    loyalty_tier text,
    joined_at $timestamp$
);

CREATE TABLE customer_payment_methods (
    customer_id text NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    line_no integer NOT NULL,
    id text NOT NULL,
    kind text NOT NULL,
    brand text,
    last_four text,
    balance_cents bigint,
    PRIMARY KEY (customer_id, line_no),
    UNIQUE (customer_id, id)
);

CREATE TABLE products (
    id text PRIMARY KEY,
    name text NOT NULL,
    brand text,
    category text,
    description text,
    warranty_months integer,
    rating $decimal$
);

CREATE TABLE variants (
    id text PRIMARY KEY,
    product_id text NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    line_no integer NOT NULL,
    options text NOT NULL,
    price_cents bigint NOT NULL,
    available boolean NOT NULL,
    stock integer
);
CREATE INDEX variants_of_product ON variants (product_id, line_no);

CREATE TABLE orders (
    id text PRIMARY KEY,
    customer_id text NOT NULL REFERENCES customers (id),
    status text NOT NULL,
    placed_at $timestamp$,
    delivered_at $timestamp$,
    address_line1 text,
    address_line2 text,
    address_city text,
    address_state text,
    address_country text,
    address_postal_code text,
    has_shipments boolean NOT NULL,
    has_payments boolean NOT NULL,
    cancel_reason text,
    version bigint NOT NULL
);
CREATE INDEX orders_of_customer ON orders (customer_id, placed_at);

CREATE TABLE order_items (
    order_id text NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    line_no integer NOT NULL,
    variant_id text NOT NULL,
    product_id text NOT NULL,
    name text NOT NULL,
    options text NOT NULL,
    price_cents bigint NOT NULL,
    PRIMARY KEY (order_id, line_no)
);
CREATE INDEX order_items_of_product ON order_items (product_id);

CREATE TABLE shipments (
    order_id text NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    line_no integer NOT NULL,
    tracking_ids text NOT NULL,
    variant_ids text NOT NULL,
    carrier text,
    estimated_delivery $timestamp$,
    PRIMARY KEY (order_id, line_no)
);

CREATE TABLE payments (
    order_id text NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    line_no integer NOT NULL,
    kind text NOT NULL,
    amount_cents bigint NOT NULL,
    payment_method_id text NOT NULL,
    PRIMARY KEY (order_id, line_no)
);

CREATE TABLE returns (
    order_id text PRIMARY KEY REFERENCES orders (id) ON DELETE CASCADE,
    variant_ids text NOT NULL,
    payment_method_id text NOT NULL
);

CREATE TABLE exchanges (
    order_id text PRIMARY KEY REFERENCES orders (id) ON DELETE CASCADE,
    variant_ids text NOT NULL,
    new_variant_ids text NOT NULL,
    payment_method_id text NOT NULL,
    price_difference_cents bigint NOT NULL
);

-- Feedback and browsing have no ids of their own: theirs come from their content, so that loading them again adds nothing.
CREATE TABLE feedback (
    id text PRIMARY KEY,
    product_id text NOT NULL,
    customer_id text,
    rating integer,
    text text NOT NULL,
    at $timestamp$
);
CREATE INDEX feedback_of_product ON feedback (product_id, at);

CREATE TABLE browsing (
    id text PRIMARY KEY,
    customer_id text NOT NULL,
    product_id text NOT NULL,
    at $timestamp$ NOT NULL,
    seconds integer,
    action text
);
CREATE INDEX browsing_of_customer ON browsing (customer_id, at);

-- The newest row is in force; the older ones say what earlier decisions were made by.
CREATE TABLE policies (
    number bigint PRIMARY KEY,
    body text NOT NULL,
    loaded_at $timestamp$ NOT NULL
);

CREATE TABLE knowledge_documents (
    id text PRIMARY KEY,
    title text NOT NULL,
    kind text NOT NULL,
    product_id text,
    category text,
    body text NOT NULL
);

-- What silos keep in memory, and a number that grows with every change of it.
CREATE TABLE versions (
    name text PRIMARY KEY,
    value bigint NOT NULL
);
INSERT INTO versions (name, value) VALUES ('catalogue', 1), ('policies', 1), ('knowledge', 1);
