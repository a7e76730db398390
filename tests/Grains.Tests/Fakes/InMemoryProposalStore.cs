using SupportAgents.Grains.Stores;
using SupportAgents.Identity;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Fakes;

/// <summary>Proposals in memory; one lock stands for the database transaction.</summary>
public sealed class InMemoryProposalStore(InMemoryShop shop) : IProposalStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, StoredProposal> _proposals = [];

    /// <summary>The ids of the ledger's rows.</summary>
    public List<string> Ledger { get; } = [];

    /// <summary>Everything stored, oldest first.</summary>
    public IReadOnlyList<StoredProposal> All => [.. _proposals.Values];

    public Task Add(StoredProposal proposal, CancellationToken cancellationToken)
    {
        lock (_lock)
            _proposals.Add(proposal.Shown.Id, proposal);
        return Task.CompletedTask;
    }

    public Task<StoredProposal?> Find(string customerId, string proposalId, CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult(Own(customerId, proposalId));
    }

    public Task<IReadOnlyList<StoredProposal>> ListOpen(string customerId, string? conversationId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult<IReadOnlyList<StoredProposal>>([.. _proposals.Values.Where(proposal =>
                proposal.CustomerId == customerId && proposal.ConversationId == conversationId
                && proposal.State == ProposalState.Open && proposal.Shown.ExpiresAt > now)]);
    }

    public Task<StoredProposal?> FindLastExecuted(string customerId, string orderId, CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult(_proposals.Values.Where(proposal => proposal.CustomerId == customerId
                && proposal.OrderId == orderId && proposal.State == ProposalState.Executed).MaxBy(proposal => proposal.OrderVersion));
    }

    public Task<StoredProposal?> Decline(string customerId, string proposalId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var found = Own(customerId, proposalId);
            if (found?.State == ProposalState.Open)
                _proposals[proposalId] = found = found with { State = ProposalState.Declined };
            return Task.FromResult(found);
        }
    }

    public Task<StoredProposal?> Confirm(Principal who, string proposalId, DateTimeOffset now,
        Func<StoredProposal, ProposalFacts, ProposalDecision> decide, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var found = Own(who.CustomerId!, proposalId);
            if (found?.State == ProposalState.Open)
                _proposals[proposalId] = found = Settle(found, decide(found, Facts(found)), now);
            return Task.FromResult(found);
        }
    }

    private StoredProposal Settle(StoredProposal proposal, ProposalDecision decision, DateTimeOffset now)
    {
        if (decision.Effect is not { } effect)
            return proposal with { State = ProposalState.Stale, StaleReason = decision.StaleReason };
        if (effect.Order is { } order)
            shop.Orders[order.Id] = order with { Version = order.Version + 1 };
        if (effect.Customer is { } customer)
            shop.Customers[customer.Id] = customer;
        Ledger.Add($"l_{Ledger.Count + 1}");
        return proposal with { State = ProposalState.Executed, LedgerId = Ledger[^1], Result = effect.Result, ExecutedAt = now };
    }

    private ProposalFacts Facts(StoredProposal proposal)
    {
        var order = proposal.OrderId is null ? null : shop.Orders.GetValueOrDefault(proposal.OrderId);
        return new ProposalFacts
        {
            Customer = shop.Customers[proposal.CustomerId],
            Order = order?.CustomerId == proposal.CustomerId ? order : null,
            Products = [.. shop.Products.Values.Where(product => order?.Items.Any(item => item.ProductId == product.Id) == true)],
            Policies = shop.Policies,
        };
    }

    private StoredProposal? Own(string customerId, string proposalId) =>
        _proposals.GetValueOrDefault(proposalId) is { } proposal && proposal.CustomerId == customerId ? proposal : null;
}
