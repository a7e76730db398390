using SupportAgents.Conversations;
using SupportAgents.Customers;
using SupportAgents.Silo.Data.Proposals;

namespace SupportAgents.Silo.Data.Erasure;

/// <summary>Proposals and the ledger: of a change to an order its kind, amount and date stay, for the books; all else goes.</summary>
internal static class ProposalErasure
{
    private const string Kept = "changes to orders: kind, amount and date, for the books";
    private const string Erased = "Erased.";

    public static async Task<ErasedStore> Proposals(DbSession session, ErasureSubject subject)
    {
        var deleted = await session.Execute("DELETE FROM proposals WHERE customer_id = @CustomerId AND (state <> 'executed' OR order_id IS NULL)", subject);
        var executed = await session.List<ProposalRow>("SELECT * FROM proposals WHERE customer_id = @CustomerId", subject);
        await session.ExecuteAll(
            """
            UPDATE proposals SET customer_id = @CustomerId, conversation_id = NULL, shown = @Shown, arguments = '{}', result = '{}', stale_reason = NULL
            WHERE id = @Id
            """, executed.Select(row => Anonymous(row, subject)));
        return new ErasedStore { Store = "proposals", Deleted = deleted, Anonymised = executed.Count, Kept = executed.Count > 0 ? Kept : null };
    }

    public static async Task<ErasedStore> Ledger(DbSession session, ErasureSubject subject)
    {
        var deleted = await session.Execute("DELETE FROM ledger WHERE customer_id = @CustomerId AND order_id IS NULL", subject);
        var anonymised = await session.Execute(
            """
            UPDATE ledger SET customer_id = @Alias, arguments = '{}', result = '{}', actor = CASE WHEN actor = @CustomerId THEN @Alias ELSE actor END
            WHERE customer_id = @CustomerId
            """, subject);
        return new ErasedStore { Store = "ledger", Deleted = deleted, Anonymised = anonymised, Kept = anonymised > 0 ? Kept : null };
    }

    private static ProposalRow Anonymous(ProposalRow row, ErasureSubject subject) => row with
    {
        CustomerId = subject.Alias,
        Shown = StoredText.ToJson(StoredText.FromJson<Proposal>(row.Shown) with { Summary = Erased, Lines = [] }),
    };
}
