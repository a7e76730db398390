using System.Data.Common;
using Npgsql;
using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Grains.Stores;
using SupportAgents.Silo.Webhooks;

namespace SupportAgents.Silo.Data.Conversations;

/// <summary>Conversations in the database.</summary>
internal sealed class ConversationStore(Database database, WebhookEvents webhooks) : IConversationStore
{
    private const string InsertHead =
        """
        INSERT INTO conversations (id, customer_id, status, next_seq, open_turns, created_at, updated_at, title, hand_off_reason, waiting_since, assigned_to)
        VALUES (@Id, @CustomerId, @Status, @NextSeq, @OpenTurns, @CreatedAt, @UpdatedAt, @Title, @HandOffReason, @WaitingSince, @AssignedTo)
        ON CONFLICT (id) DO NOTHING
        """;

    public Task<bool> Create(ConversationHead head, CancellationToken cancellationToken) =>
        database.Write(head.CustomerId, async session => await session.Execute(InsertHead, ConversationRow.From(head)) > 0, cancellationToken);

    public Task<ConversationHead?> Find(string conversationId, CancellationToken cancellationToken) =>
        database.Read(async session => (await session.First<ConversationRow>(
            "SELECT * FROM conversations WHERE id = @conversationId", new { conversationId }))?.ToHead(), cancellationToken);

    public Task<bool> Append(long expectedNext, IReadOnlyList<LogEntry> entries, ConversationHead head, CancellationToken cancellationToken)
    {
        if (entries.Where((entry, index) => entry.Seq != expectedNext + index).Any() || head.NextSeq != expectedNext + entries.Count)
            throw new ArgumentException("entries must be numbered from the expected position, and the head must point past the last", nameof(entries));
        var append = new LogAppend(expectedNext, ConversationRow.From(head), [.. entries.Select(entry => LogRow.From(head.Id, entry))], webhooks.Of(head, entries));
        return database.Dialect == Dialect.Postgres
            ? database.Send(connection => append.Send((NpgsqlConnection)connection, cancellationToken), cancellationToken)
            : database.Write(head.CustomerId, append.Write, cancellationToken);
    }

    public Task<IReadOnlyList<LogEntry>> Read(string conversationId, long after, int limit, CancellationToken cancellationToken) =>
        database.Read<IReadOnlyList<LogEntry>>(async session => [.. (await session.List<LogRow>(
            "SELECT * FROM conversation_log WHERE conversation_id = @conversationId AND seq > @after ORDER BY seq LIMIT @limit",
            new { conversationId, after, limit })).Select(row => row.ToEntry())], cancellationToken);

    public Task<IReadOnlyList<LogEntry>> ReadEvents(string conversationId, long after, long before, int limit, CancellationToken cancellationToken) =>
        database.Read<IReadOnlyList<LogEntry>>(async session => [.. (await session.List<LogRow>(
            """
            SELECT * FROM conversation_log WHERE conversation_id = @conversationId AND event_number > @after AND event_number < @before
            ORDER BY event_number LIMIT @limit
            """, new { conversationId, after, before, limit })).Select(row => row.ToEntry())], cancellationToken);

    public async Task<Page<ConversationSummary>> List(string customerId, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var after = ConversationCursor.Parse(cursor);
        var rows = await database.Read(customerId, session => session.List<ConversationRow>(
            $"""
            SELECT * FROM conversations WHERE customer_id = @customerId {(after is null ? "" : "AND (updated_at, id) < (@UpdatedAt, @Id)")}
            ORDER BY updated_at DESC, id DESC LIMIT @take
            """, new { customerId, after?.UpdatedAt, after?.Id, take = limit + 1 }), cancellationToken);
        var items = rows.Take(limit).Select(row => row.ToSummary()).ToArray();
        return new Page<ConversationSummary>
        {
            Items = items,
            Next = rows.Count > limit && items is [.., var last] ? new ConversationCursor(last.UpdatedAt, last.ConversationId).ToString() : null,
        };
    }

    public Task<IReadOnlyList<string>> FindUnanswered(DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
        database.Read(session => session.List<string>(
            "SELECT id FROM conversations WHERE open_turns > 0 AND updated_at < @before ORDER BY updated_at LIMIT @limit",
            new { before, limit }), cancellationToken);

    public Task<IReadOnlyList<QueueItem>> Queue(CancellationToken cancellationToken) =>
        database.Read<IReadOnlyList<QueueItem>>(async session => [.. (await session.List<ConversationRow>(
            """
            SELECT c.*, p.first_name || ' ' || p.last_name AS customer_name FROM conversations c LEFT JOIN customers p ON p.id = c.customer_id
            WHERE c.status IN ('waiting_for_person', 'with_person') ORDER BY c.waiting_since, c.id
            """))
            .Select(row => row.ToQueueItem())], cancellationToken);

    public Task Erase(string conversationId, CancellationToken cancellationToken) =>
        database.Write(null, async session =>
        {
            // What was executed stays on record; the ledger needs its proposal.
            await session.Execute("DELETE FROM proposals WHERE conversation_id = @conversationId AND state <> 'executed'", new { conversationId });
            await session.Execute("DELETE FROM webhook_outbox WHERE conversation_id = @conversationId", new { conversationId });
            return await session.Execute("DELETE FROM conversations WHERE id = @conversationId", new { conversationId });
        }, cancellationToken);
}
