using SupportAgents.Customers;
using SupportAgents.Grains.Stores;
using SupportAgents.Identity;
using SupportAgents.Shop;
using SupportAgents.Silo.Data.Proposals;
using SupportAgents.Silo.Data.Shop;

namespace SupportAgents.Silo.Data.Erasure;

/// <summary>Reads and erases a customer across the tables of <see cref="PersonalStores"/>.</summary>
internal sealed class PersonalDataStore(Database database, TimeProvider time) : IPersonalDataStore
{
    public Task<PersonalRecords> Read(string customerId, CancellationToken cancellationToken) =>
        database.Read(null, async session => new PersonalRecords(
            [.. (await session.List<FeedbackRow>("SELECT * FROM feedback WHERE customer_id = @customerId ORDER BY at, id", new { customerId })).Select(row => row.ToFeedback())],
            [.. (await session.List<ProposalRow>("SELECT * FROM proposals WHERE customer_id = @customerId ORDER BY created_at, id", new { customerId })).Select(Exported)],
            [.. (await session.List<LedgerRow>("SELECT * FROM ledger WHERE customer_id = @customerId ORDER BY at, id", new { customerId })).Select(row => row.ToChange())]),
            cancellationToken);

    public Task<IReadOnlyList<string>> Conversations(string customerId, CancellationToken cancellationToken) =>
        database.Read(session => session.List<string>("SELECT id FROM conversations WHERE customer_id = @customerId", new { customerId }), cancellationToken);

    public async Task<ErasureReceipt?> Erase(string customerId, Principal who, int conversations, CancellationToken cancellationToken)
    {
        var receipt = await EraseRows(customerId, who, conversations, cancellationToken);
        // The write-ahead log still has the pages as they were.
        if (receipt is not null && database.Dialect == Dialect.Sqlite)
            await database.Read(session => session.Execute("PRAGMA wal_checkpoint(TRUNCATE)"), cancellationToken);
        return receipt;
    }

    private Task<ErasureReceipt?> EraseRows(string customerId, Principal who, int conversations, CancellationToken cancellationToken) =>
        database.Write(null, async session =>
        {
            // Locked first: who opens a conversation or confirms something now waits, and then finds no customer.
            await CustomerTable.Find(session, customerId, locked: true);
            if (await session.First<long>("SELECT count(*) FROM conversations WHERE customer_id = @customerId", new { customerId }) > 0)
                return null;
            var subject = ErasureSubject.Of(customerId);
            var erased = new List<ErasedStore>();
            foreach (var store in PersonalStores.All)
                erased.Add(store.Erase is { } erase ? await erase(session, subject) : new ErasedStore { Store = store.Name, Deleted = conversations });
            var receipt = new ErasureReceipt { Id = $"e_{Guid.NewGuid():N}", ErasedAt = time.GetUtcNow(), Stores = erased };
            await session.Execute("INSERT INTO erasures (id, at, requested_by, receipt) VALUES (@Id, @ErasedAt, @By, @Receipt)",
                new { receipt.Id, receipt.ErasedAt, By = who.IsStaff ? who.Subject : "customer", Receipt = StoredText.ToJson(receipt) });
            return (ErasureReceipt?)receipt;
        }, cancellationToken);

    private static ExportedProposal Exported(ProposalRow row) => new()
    {
        Proposal = row.ToProposal().Shown,
        State = row.State,
        ConversationId = row.ConversationId,
        OrderId = row.OrderId,
        Arguments = new JsonText(row.Arguments),
        CreatedAt = row.CreatedAt,
    };
}
