-- Who is in the cluster. Every change of a cluster's members raises its version, and is refused when that has moved.
CREATE TABLE orleans_clusters (
    deployment_id text PRIMARY KEY,
    version integer NOT NULL DEFAULT 0,
    changed_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE orleans_silos (
    deployment_id text NOT NULL REFERENCES orleans_clusters (deployment_id) ON DELETE CASCADE,
    address text NOT NULL,
    port integer NOT NULL,
    generation integer NOT NULL,
    silo_name text NOT NULL,
    host_name text NOT NULL,
    status integer NOT NULL,
    proxy_port integer NOT NULL,
    suspect_times text,
    start_time timestamptz NOT NULL,
    i_am_alive_time timestamptz NOT NULL,
    PRIMARY KEY (deployment_id, address, port, generation)
);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('InsertMembershipVersionKey', '
    WITH added AS (INSERT INTO orleans_clusters (deployment_id) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1)
    SELECT count(*)::integer FROM added'),

('InsertMembershipKey', '
    WITH cluster AS (
        UPDATE orleans_clusters c SET version = version + 1, changed_at = now()
        WHERE deployment_id = @DeploymentId AND version = @Version AND NOT EXISTS (
            SELECT 1 FROM orleans_silos s
            WHERE s.deployment_id = c.deployment_id AND s.address = @Address AND s.port = @Port AND s.generation = @Generation)
        RETURNING deployment_id),
    added AS (
        INSERT INTO orleans_silos (deployment_id, address, port, generation, silo_name, host_name, status, proxy_port, start_time, i_am_alive_time)
        SELECT deployment_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM cluster
        RETURNING 1)
    SELECT count(*)::integer FROM added'),

('UpdateMembershipKey', '
    WITH cluster AS (
        UPDATE orleans_clusters c SET version = version + 1, changed_at = now()
        WHERE deployment_id = @DeploymentId AND version = @Version AND EXISTS (
            SELECT 1 FROM orleans_silos s
            WHERE s.deployment_id = c.deployment_id AND s.address = @Address AND s.port = @Port AND s.generation = @Generation)
        RETURNING deployment_id),
    changed AS (
        UPDATE orleans_silos s SET status = @Status, suspect_times = @SuspectTimes::text, i_am_alive_time = @IAmAliveTime
        FROM cluster
        WHERE s.deployment_id = cluster.deployment_id AND s.address = @Address AND s.port = @Port AND s.generation = @Generation
        RETURNING 1)
    SELECT count(*)::integer FROM changed'),

('UpdateIAmAlivetimeKey', '
    UPDATE orleans_silos SET i_am_alive_time = @IAmAliveTime
    WHERE deployment_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation'),

('MembershipReadAllKey', '
    SELECT c.deployment_id AS DeploymentId, s.address AS Address, s.port AS Port, s.generation AS Generation, s.silo_name AS SiloName,
        s.host_name AS HostName, s.status AS Status, s.proxy_port AS ProxyPort, s.suspect_times AS SuspectTimes,
        s.start_time AS StartTime, s.i_am_alive_time AS IAmAliveTime, c.version AS Version
    FROM orleans_clusters c LEFT JOIN orleans_silos s USING (deployment_id)
    WHERE c.deployment_id = @DeploymentId'),

('MembershipReadRowKey', '
    SELECT c.deployment_id AS DeploymentId, s.address AS Address, s.port AS Port, s.generation AS Generation, s.silo_name AS SiloName,
        s.host_name AS HostName, s.status AS Status, s.proxy_port AS ProxyPort, s.suspect_times AS SuspectTimes,
        s.start_time AS StartTime, s.i_am_alive_time AS IAmAliveTime, c.version AS Version
    FROM orleans_clusters c LEFT JOIN orleans_silos s
        ON s.deployment_id = c.deployment_id AND s.address = @Address AND s.port = @Port AND s.generation = @Generation
    WHERE c.deployment_id = @DeploymentId'),

('DeleteMembershipTableEntriesKey', '
    DELETE FROM orleans_clusters WHERE deployment_id = @DeploymentId'),

-- A silo in state 3 is active, in state 6 dead.
('GatewaysQueryKey', '
    SELECT address AS Address, proxy_port AS ProxyPort, generation AS Generation FROM orleans_silos
    WHERE deployment_id = @DeploymentId AND status = @Status AND proxy_port > 0'),

('CleanupDefunctSiloEntriesKey', '
    DELETE FROM orleans_silos WHERE deployment_id = @DeploymentId AND i_am_alive_time < @IAmAliveTime AND status = 6'),

('CleanupDefunctSiloEntryKey', '
    DELETE FROM orleans_silos
    WHERE deployment_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation AND status = 6
        AND start_time = @StartTime AND i_am_alive_time = @IAmAliveTime AND suspect_times IS NOT DISTINCT FROM @SuspectTimes::text');
