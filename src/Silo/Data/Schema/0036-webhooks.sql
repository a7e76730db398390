-- What the shop's own systems are told of. A row is written in the transaction of the effect, one for each endpoint.
CREATE TABLE webhook_outbox (
    id text PRIMARY KEY,
    event_id text NOT NULL,
    type text NOT NULL,
    endpoint text NOT NULL,
    conversation_id text,
    body text NOT NULL,
    created_at $timestamp$ NOT NULL,
    due_at $timestamp$ NOT NULL,
    attempts integer NOT NULL,
    state text NOT NULL,
    error text
);
CREATE INDEX webhook_outbox_due ON webhook_outbox (due_at) WHERE state = 'waiting';
CREATE INDEX webhook_outbox_newest ON webhook_outbox (created_at, id);
CREATE INDEX webhook_outbox_conversation ON webhook_outbox (conversation_id);
