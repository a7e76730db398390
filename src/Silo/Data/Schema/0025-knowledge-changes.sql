-- When each document was saved or removed, so that a silo reads what changed and nothing else.
ALTER TABLE knowledge_documents ADD COLUMN version bigint NOT NULL DEFAULT 0;
CREATE INDEX knowledge_documents_version ON knowledge_documents (version, id);
CREATE TABLE knowledge_removals (
    id text PRIMARY KEY,
    version bigint NOT NULL
);
