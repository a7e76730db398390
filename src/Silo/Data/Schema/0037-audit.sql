-- Calls of staff and admins; rows are added and never changed. Ids sort by time.
CREATE TABLE audit_log (
    id text PRIMARY KEY,
    at $timestamp$ NOT NULL,
    actor text NOT NULL,
    role text NOT NULL,
    method text NOT NULL,
    path text NOT NULL,
    customer_id text,
    status integer NOT NULL,
    address text,
    trace_id text,
    tool text
);
CREATE INDEX audit_log_actor ON audit_log (actor, id);
CREATE INDEX audit_log_customer ON audit_log (customer_id, id);
