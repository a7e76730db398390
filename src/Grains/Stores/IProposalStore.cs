using SupportAgents.Conversations;
using SupportAgents.Identity;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Stores;

/// <summary>Proposals, and the one way in which anything is written: confirming one.</summary>
public interface IProposalStore
{
    /// <summary>Stores a new proposal.</summary>
    Task Add(StoredProposal proposal, CancellationToken cancellationToken);

    /// <summary>The customer's proposal with that id, or null.</summary>
    Task<StoredProposal?> Find(string customerId, string proposalId, CancellationToken cancellationToken);

    /// <summary>The customer's open proposals of a conversation (null: of none), oldest first; expired ones are left out.</summary>
    Task<IReadOnlyList<StoredProposal>> ListOpen(string customerId, string? conversationId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The proposal that was executed last for that order of the customer, or null.</summary>
    Task<StoredProposal?> FindLastExecuted(string customerId, string orderId, CancellationToken cancellationToken);

    /// <summary>Declines an open proposal; returns it as it stands afterwards, null when it is not the customer's.</summary>
    Task<StoredProposal?> Decline(string customerId, string proposalId, CancellationToken cancellationToken);

    /// <summary>
    /// Confirms: in one transaction locks the proposal, its order and the customer, asks <paramref name="decide"/> with
    /// the records as they are now, and writes the effect, the ledger row and the proposal's new state. A proposal that
    /// was executed before gives its first result again, and <paramref name="decide"/> is not asked.
    /// </summary>
    Task<StoredProposal?> Confirm(Principal who, string proposalId, DateTimeOffset now,
        Func<StoredProposal, ProposalFacts, ProposalDecision> decide, CancellationToken cancellationToken);
}

/// <summary>Where a proposal is in its life.</summary>
public enum ProposalState { Open, Executed, Declined, Stale }

/// <summary>A proposal as it is kept: what was shown, the exact arguments, and what it was computed from.</summary>
public sealed record StoredProposal
{
    public required Proposal Shown { get; init; }
    public required string CustomerId { get; init; }

    /// <summary>Null when it was made outside a conversation.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The tool's arguments as JSON.</summary>
    public required JsonText Arguments { get; init; }
    public string? OrderId { get; init; }

    /// <summary>The order's version at the time of the quote.</summary>
    public long? OrderVersion { get; init; }

    /// <summary>The version of the shop's rules that were used.</summary>
    public string? PolicyVersion { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public ProposalState State { get; init; } = ProposalState.Open;

    /// <summary>After execution: the ledger row's id and the changed record.</summary>
    public string? LedgerId { get; init; }
    public JsonText? Result { get; init; }

    /// <summary>When it was executed; null before.</summary>
    public DateTimeOffset? ExecutedAt { get; init; }

    /// <summary>Why it went stale.</summary>
    public string? StaleReason { get; init; }
}

/// <summary>The records that a confirmation is decided on, read under lock.</summary>
public sealed record ProposalFacts
{
    public required Customer Customer { get; init; }
    public Order? Order { get; init; }

    /// <summary>The products of the order's items and of the arguments' new variants.</summary>
    public required IReadOnlyList<Product> Products { get; init; }
    public required ShopPolicies Policies { get; init; }
}

/// <summary>What confirming comes to: an effect, or the reason why the quote no longer holds.</summary>
public sealed record ProposalDecision
{
    public ProposalEffect? Effect { get; init; }
    public string? StaleReason { get; init; }
}

/// <summary>Everything that one confirmation writes.</summary>
public sealed record ProposalEffect
{
    /// <summary>The order as it becomes; its version is raised by the store.</summary>
    public Order? Order { get; init; }

    /// <summary>The customer as they become: address, gift card balances.</summary>
    public Customer? Customer { get; init; }

    /// <summary>The changed record as the confirmation answers it.</summary>
    public required JsonText Result { get; init; }
}
