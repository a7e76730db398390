-- Followers read events in the order in which they were shown, which is not that of the log.
CREATE INDEX conversation_log_events ON conversation_log (conversation_id, event_number);
