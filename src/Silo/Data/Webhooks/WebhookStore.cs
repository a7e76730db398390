using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Grains.Stores;
using SupportAgents.Silo.Data.Conversations;

namespace SupportAgents.Silo.Data.Webhooks;

/// <summary>The webhooks' outbox in the database.</summary>
internal sealed class WebhookStore(Database database) : IWebhookStore
{
    private const string Waiting = "waiting";

    public async Task<Page<WebhookDelivery>> List(WebhookState? state, string? after, int limit, CancellationToken cancellationToken)
    {
        var cursor = ConversationCursor.Parse(after);
        var rows = await database.Read(session => session.List<OutboxRow>(
            $"""
            SELECT * FROM webhook_outbox WHERE {(state is null ? "true" : "state = @state")} AND {(cursor is null ? "true" : "(created_at, id) < (@at, @id)")}
            ORDER BY created_at DESC, id DESC LIMIT @take
            """, new { state = state is { } one ? StoredText.Name(one) : null, at = cursor?.UpdatedAt, id = cursor?.Id, take = limit + 1 }), cancellationToken);
        return new Page<WebhookDelivery>
        {
            Items = [.. rows.Take(limit).Select(row => row.ToDelivery())],
            Next = rows.Count > limit ? new ConversationCursor(rows[limit - 1].CreatedAt, rows[limit - 1].Id).ToString() : null,
        };
    }

    public async Task<WebhookDelivery?> Revive(string id, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await database.Write(null, session => session.First<OutboxRow>(
            "UPDATE webhook_outbox SET state = 'waiting', attempts = 0, due_at = @now WHERE id = @id AND state = 'dead' RETURNING *",
            new { id, now }), cancellationToken))?.ToDelivery();

    /// <summary>
    /// Takes deliveries that are due; nobody else gets them before <paramref name="until"/>. A silo that dies with them
    /// loses none: they are due again then.
    /// </summary>
    public Task<IReadOnlyList<OutboxRow>> Claim(DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancellationToken) =>
        database.Write(null, session => session.List<OutboxRow>(
            $"""
            UPDATE webhook_outbox SET due_at = @until, attempts = attempts + 1 WHERE id IN (
                SELECT id FROM webhook_outbox WHERE state = 'waiting' AND due_at <= @now
                ORDER BY due_at LIMIT @limit{(session.Dialect == Dialect.Postgres ? " FOR UPDATE SKIP LOCKED" : "")})
            RETURNING *
            """, new { now, until, limit }), cancellationToken);

    /// <summary>Writes how an attempt went; what somebody else has claimed since is left alone.</summary>
    public Task Settle(OutboxRow claimed, WebhookState state, DateTimeOffset dueAt, string? error, CancellationToken cancellationToken) =>
        database.Write(null, session => session.Execute(
            "UPDATE webhook_outbox SET state = @state, due_at = @dueAt, error = @error WHERE id = @Id AND attempts = @Attempts AND state = @Waiting",
            new { claimed.Id, claimed.Attempts, state = StoredText.Name(state), dueAt, error = StoredText.Plain(error), Waiting }), cancellationToken);

    /// <summary>Removes what was delivered before.</summary>
    public Task Forget(DateTimeOffset deliveredBefore, CancellationToken cancellationToken) =>
        database.Write(null, session => session.Execute(
            "DELETE FROM webhook_outbox WHERE state = 'delivered' AND due_at < @deliveredBefore", new { deliveredBefore }), cancellationToken);
}
