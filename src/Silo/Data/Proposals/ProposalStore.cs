using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Telemetry;
using SupportAgents.Identity;
using SupportAgents.Silo.Webhooks;

namespace SupportAgents.Silo.Data.Proposals;

/// <summary>Proposals in the database.</summary>
internal sealed class ProposalStore(Database database, WebhookEvents webhooks) : IProposalStore
{
    public Task Add(StoredProposal proposal, CancellationToken cancellationToken) =>
        database.Write(proposal.CustomerId, async session =>
        {
            await ProposalTable.Insert(session, proposal);
            return true;
        }, cancellationToken);

    public Task<StoredProposal?> Find(string customerId, string proposalId, CancellationToken cancellationToken) =>
        database.Read(customerId, session => ProposalTable.Find(session, customerId, proposalId), cancellationToken);

    public Task<IReadOnlyList<StoredProposal>> ListOpen(string customerId, string? conversationId, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.Read<IReadOnlyList<StoredProposal>>(customerId, async session => [.. (await session.List<ProposalRow>(
            $"""
            SELECT * FROM proposals WHERE customer_id = @customerId AND state = 'open' AND expires_at > @now
                AND conversation_id {(conversationId is null ? "IS NULL" : "= @conversationId")}
            ORDER BY created_at, id
            """, new { customerId, conversationId, now })).Select(row => row.ToProposal())], cancellationToken);

    public Task<StoredProposal?> FindLastExecuted(string customerId, string orderId, CancellationToken cancellationToken) =>
        database.Read(customerId, async session => (await session.First<ProposalRow>(
            """
            SELECT * FROM proposals WHERE customer_id = @customerId AND order_id = @orderId AND state = 'executed'
            ORDER BY order_version DESC LIMIT 1
            """, new { customerId, orderId }))?.ToProposal(), cancellationToken);

    public Task<StoredProposal?> Decline(string customerId, string proposalId, CancellationToken cancellationToken) =>
        Settle(customerId, proposalId, (session, open) => ProposalTable.Settle(session, open with { State = ProposalState.Declined }), cancellationToken);

    public async Task<StoredProposal?> Confirm(Principal who, string proposalId, DateTimeOffset now,
        Func<StoredProposal, ProposalFacts, ProposalDecision> decide, CancellationToken cancellationToken) =>
        who.CustomerId is { } customerId
            ? await Settle(customerId, proposalId, (session, open) => new Confirmation(session, who, now, webhooks).Settle(open, decide), cancellationToken)
            : null;

    /// <summary>Settles an open proposal under lock; one that is settled already is returned as it stands.</summary>
    private async Task<StoredProposal?> Settle(string customerId, string proposalId, Func<DbSession, StoredProposal, Task<StoredProposal>> settle, CancellationToken cancellationToken)
    {
        var (proposal, isSettledNow) = await database.Write<(StoredProposal?, bool)>(customerId, async session =>
            await ProposalTable.Find(session, customerId, proposalId, locked: true) switch
            {
                { State: ProposalState.Open } open => (await settle(session, open), true),
                var other => (other, false),
            }, cancellationToken);
        if (isSettledNow)
            WorkMetrics.Settled(proposal!);
        return proposal;
    }
}
