-- A conversation is its log; the head is the one row that its writers are fenced by.
CREATE TABLE conversations (
    id text PRIMARY KEY,
    customer_id text NOT NULL,
    status text NOT NULL,
    next_seq bigint NOT NULL,
    open_turns integer NOT NULL,
    created_at $timestamp$ NOT NULL,
    updated_at $timestamp$ NOT NULL,
    title text,
    hand_off_reason text,
    waiting_since $timestamp$,
    assigned_to text
);
CREATE INDEX conversations_of_customer ON conversations (customer_id, updated_at, id);
CREATE INDEX conversations_unanswered ON conversations (updated_at) WHERE open_turns > 0;
CREATE INDEX conversations_queue ON conversations (waiting_since) WHERE status IN ('waiting_for_person', 'with_person');

CREATE TABLE conversation_log (
    conversation_id text NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    seq bigint NOT NULL,
    at $timestamp$ NOT NULL,
    turn_id text,
    event_number bigint NOT NULL,
    entry text NOT NULL,
    PRIMARY KEY (conversation_id, seq)
);
