-- What customers have trouble with: issues that several tell of, and what each has tried in vain.
CREATE TABLE known_issues (
    id text PRIMARY KEY,
    product_id text NOT NULL,
    status text NOT NULL,
    answer text,
    last_at $timestamp$ NOT NULL
);
CREATE INDEX known_issues_of_product ON known_issues (product_id, last_at);

CREATE TABLE issue_reports (
    issue_id text NOT NULL REFERENCES known_issues (id) ON DELETE CASCADE,
    conversation_id text NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    customer_id text NOT NULL,
    symptom text NOT NULL,
    at $timestamp$ NOT NULL,
    PRIMARY KEY (issue_id, conversation_id)
);
CREATE INDEX issue_reports_of_conversation ON issue_reports (conversation_id);

CREATE TABLE tried_steps (
    customer_id text NOT NULL,
    product_id text NOT NULL,
    conversation_id text NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    symptom text NOT NULL,
    steps text NOT NULL,
    at $timestamp$ NOT NULL,
    PRIMARY KEY (conversation_id, product_id)
);
CREATE INDEX tried_steps_of_customer ON tried_steps (customer_id, product_id, at);
