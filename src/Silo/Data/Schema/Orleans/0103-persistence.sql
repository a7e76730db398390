-- Grain states. The version is the provider's ETag; a change that comes with another than the stored one changes nothing
-- and answers with the version that it came with, by which the provider knows.
CREATE TABLE orleans_states (
    service_id text NOT NULL,
    grain_type text NOT NULL,
    id_n0 bigint NOT NULL,
    id_n1 bigint NOT NULL,
    id_extension text NOT NULL,
    payload bytea,
    version integer NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (service_id, grain_type, id_n0, id_n1, id_extension)
);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('ReadFromStorageKey', '
    SELECT payload AS PayloadBinary, changed_at AS ModifiedOn, version AS Version FROM orleans_states
    WHERE service_id = @ServiceId AND grain_type = @GrainTypeString AND id_n0 = @GrainIdN0 AND id_n1 = @GrainIdN1
        AND id_extension = COALESCE(@GrainIdExtensionString::text, '''')'),

('WriteToStorageKey', '
    WITH changed AS (
        UPDATE orleans_states SET payload = @PayloadBinary, version = version + 1, changed_at = now()
        WHERE service_id = @ServiceId AND grain_type = @GrainTypeString AND id_n0 = @GrainIdN0 AND id_n1 = @GrainIdN1
            AND id_extension = COALESCE(@GrainIdExtensionString::text, '''') AND version = @GrainStateVersion::integer
        RETURNING version),
    added AS (
        INSERT INTO orleans_states (service_id, grain_type, id_n0, id_n1, id_extension, payload, version)
        SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, COALESCE(@GrainIdExtensionString::text, ''''), @PayloadBinary, 1
        WHERE @GrainStateVersion::integer IS NULL
        ON CONFLICT DO NOTHING
        RETURNING version)
    SELECT COALESCE((SELECT version FROM changed), (SELECT version FROM added), @GrainStateVersion::integer) AS NewGrainStateVersion'),

('ClearStorageKey', '
    WITH changed AS (
        UPDATE orleans_states SET payload = NULL, version = version + 1, changed_at = now()
        WHERE service_id = @ServiceId AND grain_type = @GrainTypeString AND id_n0 = @GrainIdN0 AND id_n1 = @GrainIdN1
            AND id_extension = COALESCE(@GrainIdExtensionString::text, '''') AND version = @GrainStateVersion::integer
        RETURNING version)
    SELECT COALESCE((SELECT version FROM changed), @GrainStateVersion::integer) AS NewGrainStateVersion'),

('DeleteStorageKey', '
    WITH removed AS (
        DELETE FROM orleans_states
        WHERE service_id = @ServiceId AND grain_type = @GrainTypeString AND id_n0 = @GrainIdN0 AND id_n1 = @GrainIdN1
            AND id_extension = COALESCE(@GrainIdExtensionString::text, '''') AND version = @GrainStateVersion::integer
        RETURNING version + 1 AS version)
    SELECT COALESCE((SELECT version FROM removed), @GrainStateVersion::integer) AS NewGrainStateVersion');
