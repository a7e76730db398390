using SupportAgents.Conversations;
using SupportAgents.Shop;

namespace SupportAgents.Customers;

/// <summary>Everything that is held about a customer, in one document.</summary>
[GenerateSerializer, Immutable, Alias("customer-export")]
public sealed record CustomerExport
{
    [Id(0)] public required DateTimeOffset ExportedAt { get; init; }

    /// <summary>The account with its payment methods and stated preferences; null when there is none.</summary>
    [Id(1)] public Customer? Customer { get; init; }

    /// <summary>What their behaviour suggests. It is worked out when asked for and stored nowhere.</summary>
    [Id(2)] public required IReadOnlyList<InferredPreference> Inferred { get; init; }

    /// <summary>Newest first.</summary>
    [Id(3)] public required IReadOnlyList<Order> Orders { get; init; }
    [Id(4)] public required IReadOnlyList<ProductFeedback> Reviews { get; init; }

    /// <summary>Newest first.</summary>
    [Id(5)] public required IReadOnlyList<BrowsingEvent> Browsing { get; init; }

    /// <summary>Latest change first.</summary>
    [Id(6)] public required IReadOnlyList<ExportedConversation> Conversations { get; init; }

    /// <summary>Changes that were proposed, and what became of them; oldest first.</summary>
    [Id(7)] public required IReadOnlyList<ExportedProposal> Proposals { get; init; }

    /// <summary>Changes that were made; oldest first.</summary>
    [Id(8)] public required IReadOnlyList<ExportedChange> Changes { get; init; }
}

/// <summary>A conversation with everything that happened in it.</summary>
[GenerateSerializer, Immutable, Alias("exported-conversation")]
public sealed record ExportedConversation
{
    [Id(0)] public required ConversationSummary Conversation { get; init; }

    /// <summary>The log, oldest first: messages, what the agents did, what staff said and noted.</summary>
    [Id(1)] public required IReadOnlyList<ExportedEntry> Entries { get; init; }
}

/// <summary>An entry of a conversation's log.</summary>
[GenerateSerializer, Immutable, Alias("exported-entry")]
public sealed record ExportedEntry([property: Id(0)] DateTimeOffset At, [property: Id(1)] ConversationEntry Entry);

/// <summary>A proposal as it was shown.</summary>
[GenerateSerializer, Immutable, Alias("exported-proposal")]
public sealed record ExportedProposal
{
    [Id(0)] public required Proposal Proposal { get; init; }

    /// <summary><c>open</c>, <c>executed</c>, <c>declined</c> or <c>stale</c>.</summary>
    [Id(1)] public required string State { get; init; }
    [Id(2)] public string? ConversationId { get; init; }
    [Id(3)] public string? OrderId { get; init; }

    /// <summary>What exactly was to be done.</summary>
    [Id(4)] public required JsonText Arguments { get; init; }
    [Id(5)] public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A change that was made on the customer's word.</summary>
[GenerateSerializer, Immutable, Alias("exported-change")]
public sealed record ExportedChange
{
    [Id(0)] public required string LedgerId { get; init; }
    [Id(1)] public required string ProposalId { get; init; }
    [Id(2)] public required string Kind { get; init; }
    [Id(3)] public string? OrderId { get; init; }
    [Id(4)] public required JsonText Arguments { get; init; }
    [Id(5)] public required Money Amount { get; init; }

    /// <summary>Who confirmed it.</summary>
    [Id(6)] public required string Actor { get; init; }

    /// <summary>The record as it became.</summary>
    [Id(7)] public required JsonText Result { get; init; }
    [Id(8)] public required DateTimeOffset At { get; init; }
}
