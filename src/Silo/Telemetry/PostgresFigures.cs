using SupportAgents.Silo.Data;

namespace SupportAgents.Silo.Telemetry;

/// <summary>The server's own statistics of our database; no right beyond connecting is needed.</summary>
internal sealed record PostgresFigures
{
    public long Connections { get; init; }
    public long ConnectionLimit { get; init; }
    public long Bytes { get; init; }
    public long Commits { get; init; }
    public long Rollbacks { get; init; }
    public long Deadlocks { get; init; }
    public long BlocksRead { get; init; }
    public long BlocksHit { get; init; }

    public static async Task<PostgresFigures?> Read(DbSession session) => await session.First<PostgresFigures>(
        """
        SELECT (SELECT sum(numbackends) FROM pg_stat_database)::bigint AS Connections,
            current_setting('max_connections')::bigint AS ConnectionLimit,
            pg_database_size(datname) AS Bytes, xact_commit AS Commits, xact_rollback AS Rollbacks,
            deadlocks AS Deadlocks, blks_read AS BlocksRead, blks_hit AS BlocksHit
        FROM pg_stat_database WHERE datname = current_database()
        """);
}
