using Orleans.Concurrency;
using SupportAgents.Identity;

namespace SupportAgents.Conversations;

/// <summary>
/// A conversation, keyed by its id. It owns the order of its turns; a turn belongs to it and not to the request that
/// submitted it. To anyone but its customer and staff it does not exist (<see cref="Failures.FailureKind.NotFound"/>).
/// </summary>
[Alias("conversation")]
public interface IConversationGrain : IGrainWithStringKey
{
    /// <summary>Creates the conversation for the principal's customer. Opening one's own conversation again changes nothing.</summary>
    [Alias("open")]
    Task<ConversationSummary> Open(Principal who, CancellationToken cancellationToken = default);

    /// <summary>Stores the message and queues its turn; returns as soon as it is stored. Idempotent by message id.</summary>
    [Alias("submit")]
    Task<TurnReceipt> Submit(Principal who, CustomerMessage message, CancellationToken cancellationToken = default);

    /// <summary>
    /// Replays what followed the event <paramref name="afterEventId"/> and goes on as things happen. With a turn id it
    /// starts at that turn and ends with it; without, it goes on until the caller stops.
    /// </summary>
    [Alias("follow"), AlwaysInterleave]
    IAsyncEnumerable<ConversationEvent> Follow(Principal who, string? turnId, string? afterEventId, CancellationToken cancellationToken = default);

    /// <summary>Stops a queued or running turn. What it had already written stays written.</summary>
    [Alias("cancel")]
    Task Cancel(Principal who, string turnId, CancellationToken cancellationToken = default);
}

/// <summary>Reads of a conversation. They never wait behind a running turn.</summary>
[Alias("conversation-reader")]
public interface IConversationReaderGrain : IGrainWithStringKey
{
    /// <summary>How the conversation stands.</summary>
    [Alias("describe"), AlwaysInterleave]
    Task<ConversationSummary> Describe(Principal who, CancellationToken cancellationToken = default);

    /// <summary>Up to <paramref name="limit"/> (1 to 200) visible items after log position <paramref name="after"/>, oldest first.</summary>
    [Alias("read-history"), AlwaysInterleave]
    Task<Page<HistoryItem>> ReadHistory(Principal who, long after, int limit, CancellationToken cancellationToken = default);
}

/// <summary>What customers and staff do with a conversation besides talking to the agents.</summary>
[Alias("conversation-care")]
public interface IConversationCareGrain : IGrainWithStringKey
{
    /// <summary>Asks for a person. The agents stay silent until it is handed back.</summary>
    [Alias("hand-off")]
    Task<ConversationSummary> HandOff(Principal who, string? reason, CancellationToken cancellationToken = default);

    /// <summary>Appends what a staff member did: assigned, said, noted, handed back, closed. Staff only.</summary>
    [Alias("record")]
    Task<ConversationSummary> Record(Principal who, ConversationEntry entry, CancellationToken cancellationToken = default);

    /// <summary>The customer's satisfaction, from 1 to 5.</summary>
    [Alias("rate")]
    Task Rate(Principal who, int rating, string? comment, CancellationToken cancellationToken = default);

    /// <summary>Deletes the conversation with its log, snapshot and proposals that were never executed.</summary>
    [Alias("erase")]
    Task Erase(Principal who, CancellationToken cancellationToken = default);
}
