-- What the desk's figures count, beside each entry that counts, so that they are read without the entries' words.
ALTER TABLE conversation_log ADD COLUMN measure text;
CREATE INDEX conversation_log_measured ON conversation_log (at) WHERE measure IS NOT NULL;
CREATE INDEX conversations_latest ON conversations (updated_at, id);
