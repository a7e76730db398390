using SupportAgents.Grains.Stores;

namespace SupportAgents.Silo.Data.Proposals;

/// <summary>Proposals, as rows.</summary>
internal static class ProposalTable
{
    /// <summary>The customer's proposal, or null; locked until the transaction ends when <paramref name="locked"/>.</summary>
    public static async Task<StoredProposal?> Find(DbSession session, string customerId, string proposalId, bool locked = false) =>
        (await session.First<ProposalRow>(
            $"SELECT * FROM proposals WHERE id = @proposalId AND customer_id = @customerId{(locked ? session.ForUpdate : "")}",
            new { proposalId, customerId }))?.ToProposal();

    /// <summary>Adds a proposal.</summary>
    public static Task Insert(DbSession session, StoredProposal proposal) => session.Execute(
        """
        INSERT INTO proposals (id, customer_id, conversation_id, order_id, order_version, policy_version, shown, arguments, created_at,
            expires_at, state, ledger_id, result, stale_reason, executed_at)
        VALUES (@Id, @CustomerId, @ConversationId, @OrderId, @OrderVersion, @PolicyVersion, @Shown, @Arguments, @CreatedAt,
            @ExpiresAt, @State, @LedgerId, @Result, @StaleReason, @ExecutedAt)
        """, ProposalRow.From(proposal));

    /// <summary>Writes what became of a proposal, and returns it.</summary>
    public static async Task<StoredProposal> Settle(DbSession session, StoredProposal proposal)
    {
        await session.Execute(
            """
            UPDATE proposals SET state = @State, ledger_id = @LedgerId, result = @Result, stale_reason = @StaleReason, executed_at = @ExecutedAt
            WHERE id = @Id
            """,
            ProposalRow.From(proposal));
        return proposal;
    }
}
