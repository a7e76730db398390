using SupportAgents.Silo.Data;

namespace SupportAgents.Silo.Telemetry;

/// <summary>Queues, as the conversations' head rows have them.</summary>
internal sealed record DeskFigures
{
    public long Waiting { get; init; }
    public DateTimeOffset? WaitingSince { get; init; }
    public long Unanswered { get; init; }
    public DateTimeOffset? UnansweredSince { get; init; }

    public static async Task<DeskFigures> Read(DbSession session) => await session.First<DeskFigures>(
        """
        SELECT (SELECT count(*) FROM conversations WHERE status = 'waiting_for_person') AS Waiting,
            (SELECT min(waiting_since) FROM conversations WHERE status = 'waiting_for_person') AS WaitingSince,
            (SELECT coalesce(sum(open_turns), 0) FROM conversations WHERE open_turns > 0) AS Unanswered,
            (SELECT min(updated_at) FROM conversations WHERE open_turns > 0) AS UnansweredSince
        """) ?? new DeskFigures();
}
