using SupportAgents.Grains.Stores;
using SupportAgents.Identity;

namespace SupportAgents.Silo.Data.Proposals;

/// <summary>Proposals in the database.</summary>
internal sealed class ProposalStore(Database database) : IProposalStore
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
        database.Write<StoredProposal?>(customerId, async session =>
            await ProposalTable.Find(session, customerId, proposalId, locked: true) is { State: ProposalState.Open } open
                ? await ProposalTable.Settle(session, open with { State = ProposalState.Declined })
                : await ProposalTable.Find(session, customerId, proposalId), cancellationToken);

    public async Task<StoredProposal?> Confirm(Principal who, string proposalId, DateTimeOffset now,
        Func<StoredProposal, ProposalFacts, ProposalDecision> decide, CancellationToken cancellationToken) =>
        who.CustomerId is { } customerId
            ? await database.Write(customerId, async session =>
                await ProposalTable.Find(session, customerId, proposalId, locked: true) is { } proposal
                    ? await new Confirmation(session, who, now).Settle(proposal, decide)
                    : null, cancellationToken)
            : null;
}
