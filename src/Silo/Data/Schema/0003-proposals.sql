CREATE TABLE proposals (
    id text PRIMARY KEY,
    customer_id text NOT NULL,
    conversation_id text,
    order_id text,
    order_version bigint,
    policy_version text,
    shown text NOT NULL,
    arguments text NOT NULL,
    created_at $timestamp$ NOT NULL,
    expires_at $timestamp$ NOT NULL,
    state text NOT NULL,
    ledger_id text,
    result text,
    stale_reason text
);
CREATE INDEX proposals_open ON proposals (customer_id, conversation_id) WHERE state = 'open';
CREATE INDEX proposals_of_conversation ON proposals (conversation_id);

-- Every change that was made for a customer: by whom, on whose word, and what came of it. Rows are only ever added.
CREATE TABLE ledger (
    id text PRIMARY KEY,
    proposal_id text NOT NULL UNIQUE,
    customer_id text NOT NULL,
    order_id text,
    kind text NOT NULL,
    arguments text NOT NULL,
    amount_cents bigint NOT NULL,
    actor text NOT NULL,
    actor_role text NOT NULL,
    result text NOT NULL,
    at $timestamp$ NOT NULL
);
CREATE INDEX ledger_of_customer ON ledger (customer_id, at);
