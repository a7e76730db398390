using Dapper;
using Npgsql;
using NpgsqlTypes;
using SupportAgents.Silo.Data.Webhooks;

namespace SupportAgents.Silo.Data.Conversations;

/// <summary>One fenced append to a conversation's log.</summary>
internal sealed record LogAppend(long ExpectedNext, ConversationRow Head, IReadOnlyList<LogRow> Entries, IReadOnlyList<OutboxRow> Webhooks)
{
    private const string UpdateHead =
        """
        UPDATE conversations SET status = @Status, next_seq = @NextSeq, open_turns = @OpenTurns, updated_at = @UpdatedAt,
            title = @Title, hand_off_reason = @HandOffReason, waiting_since = @WaitingSince, assigned_to = @AssignedTo
        WHERE id = @Id AND next_seq = @ExpectedNext
        """;

    // One statement, and so one transaction: without the head's update nothing is inserted.
    private const string UpdateHeadAndInsert =
        $"""
        WITH head AS ({UpdateHead} RETURNING id), log AS (
            INSERT INTO conversation_log (conversation_id, seq, at, turn_id, event_number, entry, measure)
            SELECT head.id, rows.* FROM head, unnest(@Seqs, @Ats, @TurnIds, @EventNumbers, @Entries, @Measures) AS rows)
        """;
    private const string InsertWebhooks =
        $"""
        , webhooks AS (
            INSERT INTO webhook_outbox ({OutboxRow.Columns})
            SELECT rows.id, rows.event_id, rows.type, rows.endpoint, head.id, rows.body, @UpdatedAt, @UpdatedAt, 0, 'waiting'
            FROM head, unnest(@Ids, @EventIds, @Types, @Endpoints, @Bodies) AS rows (id, event_id, type, endpoint, body))
        """;
    private const string CountHead = " SELECT count(*) FROM head";

    /// <summary>Appends in the session's transaction; false when the head has moved.</summary>
    public async Task<bool> Write(DbSession session)
    {
        var arguments = new DynamicParameters(Head);
        arguments.Add("ExpectedNext", ExpectedNext);
        if (await session.Execute(UpdateHead, arguments) == 0)
            return false;
        await session.ExecuteAll(
            """
            INSERT INTO conversation_log (conversation_id, seq, at, turn_id, event_number, entry, measure)
            VALUES (@ConversationId, @Seq, @At, @TurnId, @EventNumber, @Entry, @Measure)
            """, Entries);
        await OutboxRow.Insert(session, Webhooks);
        return true;
    }

    /// <summary>Appends and commits in one round trip; false when the head has moved.</summary>
    public async Task<bool> Send(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT set_config('app.customer_id', @CustomerId, true)")
        {
            Parameters = { new("CustomerId", Head.CustomerId) },
        });
        var command = new NpgsqlBatchCommand($"{UpdateHeadAndInsert}{(Webhooks.Count > 0 ? InsertWebhooks : "")}{CountHead}");
        command.Parameters.AddRange(HeadAndLog());
        if (Webhooks.Count > 0)
            command.Parameters.AddRange(Outbox());
        batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetInt64(0) == 1;
    }

    private NpgsqlParameter[] HeadAndLog() =>
    [
        new("Id", Head.Id), new("ExpectedNext", ExpectedNext), new("Status", Head.Status), new("NextSeq", Head.NextSeq),
        new("OpenTurns", Head.OpenTurns), Time("UpdatedAt", Head.UpdatedAt), Text("Title", Head.Title),
        Text("HandOffReason", Head.HandOffReason), Time("WaitingSince", Head.WaitingSince), Text("AssignedTo", Head.AssignedTo),
        Array("Seqs", NpgsqlDbType.Bigint, Entries.Select(entry => entry.Seq).ToArray()),
        Array("Ats", NpgsqlDbType.TimestampTz, Entries.Select(entry => entry.At.ToUniversalTime()).ToArray()),
        Array("TurnIds", NpgsqlDbType.Text, Entries.Select(entry => entry.TurnId).ToArray()),
        Array("EventNumbers", NpgsqlDbType.Bigint, Entries.Select(entry => entry.EventNumber).ToArray()),
        Array("Entries", NpgsqlDbType.Text, Entries.Select(entry => entry.Entry).ToArray()),
        Array("Measures", NpgsqlDbType.Text, Entries.Select(entry => entry.Measure).ToArray()),
    ];

    private NpgsqlParameter[] Outbox() =>
    [
        Array("Ids", NpgsqlDbType.Text, Webhooks.Select(row => row.Id).ToArray()),
        Array("EventIds", NpgsqlDbType.Text, Webhooks.Select(row => row.EventId).ToArray()),
        Array("Types", NpgsqlDbType.Text, Webhooks.Select(row => row.Type).ToArray()),
        Array("Endpoints", NpgsqlDbType.Text, Webhooks.Select(row => row.Endpoint).ToArray()),
        Array("Bodies", NpgsqlDbType.Text, Webhooks.Select(row => row.Body).ToArray()),
    ];

    private static NpgsqlParameter Text(string name, string? value) => new(name, NpgsqlDbType.Text) { Value = (object?)value ?? DBNull.Value };

    private static NpgsqlParameter Time(string name, DateTimeOffset? value) =>
        new(name, NpgsqlDbType.TimestampTz) { Value = (object?)value?.ToUniversalTime() ?? DBNull.Value };

    private static NpgsqlParameter Array(string name, NpgsqlDbType type, object values) => new(name, NpgsqlDbType.Array | type) { Value = values };
}
