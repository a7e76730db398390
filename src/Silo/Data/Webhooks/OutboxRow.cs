using SupportAgents.Desk;

namespace SupportAgents.Silo.Data.Webhooks;

/// <summary>A row of <c>webhook_outbox</c>.</summary>
internal sealed record OutboxRow
{
    public const string Columns = "id, event_id, type, endpoint, conversation_id, body, created_at, due_at, attempts, state";

    public string Id { get; init; } = "";
    public string EventId { get; init; } = "";
    public string Type { get; init; } = "";
    public string Endpoint { get; init; } = "";
    public string? ConversationId { get; init; }

    /// <summary>The JSON that is sent, to the byte: it is what the signature is of.</summary>
    public string Body { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset DueAt { get; init; }
    public int Attempts { get; init; }
    public string State { get; init; } = StoredText.Name(WebhookState.Waiting);
    public string? Error { get; init; }

    /// <summary>Adds rows in the session's transaction.</summary>
    public static Task Insert(DbSession session, IReadOnlyList<OutboxRow> rows) => rows.Count == 0
        ? Task.CompletedTask
        : session.ExecuteAll(
            $"""
            INSERT INTO webhook_outbox ({Columns})
            VALUES (@Id, @EventId, @Type, @Endpoint, @ConversationId, @Body, @CreatedAt, @DueAt, @Attempts, @State)
            """, rows);

    public WebhookDelivery ToDelivery() => new()
    {
        Id = Id,
        EventId = EventId,
        Type = Type,
        Endpoint = Endpoint,
        State = StoredText.Value<WebhookState>(State),
        Attempts = Attempts,
        CreatedAt = CreatedAt,
        DueAt = DueAt,
        Error = Error,
        ConversationId = ConversationId,
    };
}
