using SupportAgents.Conversations;
using SupportAgents.Desk;

namespace SupportAgents.Grains.Stores;

/// <summary>Conversations and their append-only logs.</summary>
public interface IConversationStore
{
    /// <summary>Creates the head row of a new conversation; false when the id is taken.</summary>
    Task<bool> Create(ConversationHead head, CancellationToken cancellationToken);

    /// <summary>The head row, or null.</summary>
    Task<ConversationHead?> Find(string conversationId, CancellationToken cancellationToken);

    /// <summary>
    /// Appends entries and replaces the head in one transaction, provided that the stored next position is
    /// <paramref name="expectedNext"/>; false when it is not (another activation wrote), and then nothing is written.
    /// Entries are numbered from there; <see cref="ConversationHead.NextSeq"/> must be past the last.
    /// </summary>
    Task<bool> Append(long expectedNext, IReadOnlyList<LogEntry> entries, ConversationHead head, CancellationToken cancellationToken);

    /// <summary>Entries after a position, oldest first.</summary>
    Task<IReadOnlyList<LogEntry>> Read(string conversationId, long after, int limit, CancellationToken cancellationToken);

    /// <summary>Entries whose event numbers lie between the two, in the order of those numbers.</summary>
    Task<IReadOnlyList<LogEntry>> ReadEvents(string conversationId, long after, long before, int limit, CancellationToken cancellationToken);

    /// <summary>A customer's conversations, latest change first, beginning after the cursor.</summary>
    Task<Page<ConversationSummary>> List(string customerId, string? cursor, int limit, CancellationToken cancellationToken);

    /// <summary>Conversations whose turns are stored and not answered, unchanged since <paramref name="before"/>: a silo died with them.</summary>
    Task<IReadOnlyList<string>> FindUnanswered(DateTimeOffset before, int limit, CancellationToken cancellationToken);

    /// <summary>Conversations that wait for a person or are with one, longest waiting first.</summary>
    Task<IReadOnlyList<QueueItem>> Queue(CancellationToken cancellationToken);

    /// <summary>Deletes the head and the log.</summary>
    Task Erase(string conversationId, CancellationToken cancellationToken);
}

/// <summary>The one row that a conversation's writes are fenced by.</summary>
public sealed record ConversationHead
{
    public required string Id { get; init; }
    public required string CustomerId { get; init; }
    public required ConversationStatus Status { get; init; }

    /// <summary>The position that the next entry gets; the first is 1.</summary>
    public required long NextSeq { get; init; }

    /// <summary>Messages that are stored and not yet answered.</summary>
    public required int OpenTurns { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The beginning of the first message.</summary>
    public string? Title { get; init; }

    /// <summary>Why it was handed off, and since when, while a person is wanted or has it.</summary>
    public string? HandOffReason { get; init; }
    public DateTimeOffset? WaitingSince { get; init; }
    public string? AssignedTo { get; init; }
}

/// <summary>One entry of a log.</summary>
public sealed record LogEntry
{
    public required long Seq { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The turn that it belongs to.</summary>
    public string? TurnId { get; init; }

    /// <summary>The number of the event that followers saw it as.</summary>
    public required long EventNumber { get; init; }
    public required ConversationEntry Entry { get; init; }
}
