using Orleans.Concurrency;
using SupportAgents.Conversations;
using SupportAgents.Identity;

namespace SupportAgents.Desk;

/// <summary>The staff's view over all conversations, keyed by <see cref="Key"/>. Staff only.</summary>
[Alias("desk")]
public interface IDeskGrain : IGrainWithStringKey
{
    /// <summary>The only key.</summary>
    const string Key = "desk";

    /// <summary>Conversations that wait for a person or are with one, longest waiting first.</summary>
    [Alias("queue"), AlwaysInterleave]
    Task<IReadOnlyList<QueueItem>> Queue(Principal who, CancellationToken cancellationToken = default);

    /// <summary>Conversations in which every word of the search is found together, latest change first.</summary>
    [Alias("search"), AlwaysInterleave]
    Task<Page<FoundConversation>> Search(Principal who, ConversationSearch search, CancellationToken cancellationToken = default);

    /// <summary>What happened from a moment up to another, at most a year later.</summary>
    [Alias("figures"), AlwaysInterleave]
    Task<DeskFigures> Figures(Principal who, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default);
}

/// <summary>A conversation in the hand-off queue.</summary>
[GenerateSerializer, Immutable, Alias("queue-item")]
public sealed record QueueItem
{
    [Id(0)] public required ConversationSummary Conversation { get; init; }
    [Id(1)] public string? Reason { get; init; }
    [Id(2)] public required DateTimeOffset WaitingSince { get; init; }
    [Id(3)] public string? AssignedTo { get; init; }

    /// <summary>First and last name; null when the account is gone.</summary>
    [Id(4)] public string? CustomerName { get; init; }
}
