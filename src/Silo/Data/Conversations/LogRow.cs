using SupportAgents.Conversations;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Silo.Data.Conversations;

/// <summary>A row of <c>conversation_log</c>.</summary>
internal sealed record LogRow
{
    public string ConversationId { get; init; } = "";
    public long Seq { get; init; }
    public DateTimeOffset At { get; init; }
    public string? TurnId { get; init; }
    public long EventNumber { get; init; }
    public string Entry { get; init; } = "";

    /// <summary>The entry's <see cref="EntryMeasure"/> as JSON; null for what is not counted.</summary>
    public string? Measure { get; init; }

    public static LogRow From(string conversationId, LogEntry entry) => new()
    {
        ConversationId = conversationId,
        Seq = entry.Seq,
        At = entry.At,
        TurnId = entry.TurnId,
        EventNumber = entry.EventNumber,
        Entry = StoredText.ToJson(entry.Entry),
        Measure = EntryMeasure.Of(entry.Entry) is { } measure ? StoredText.ToJson(measure) : null,
    };

    public LogEntry ToEntry() => new()
    {
        Seq = Seq,
        At = At,
        TurnId = TurnId,
        EventNumber = EventNumber,
        Entry = StoredText.FromJson<ConversationEntry>(Entry),
    };
}
