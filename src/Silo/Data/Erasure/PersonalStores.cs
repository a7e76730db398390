using SupportAgents.Customers;

namespace SupportAgents.Silo.Data.Erasure;

/// <summary>
/// Every table of the schema: in a store of personal records, or known to hold none. A test walks the live schema and
/// fails for a table that is missing here, so that a new one cannot be forgotten. What belongs to a conversation, and
/// not to a customer, is erased in <see cref="Conversations.ConversationStore.Erase"/>.
/// </summary>
internal static class PersonalStores
{
    /// <summary>The stores, in the order in which they are erased: what refers to something comes before it.</summary>
    public static IReadOnlyList<PersonalStore> All { get; } =
    [
        new("conversations", ["conversations", "conversation_log", "issue_reports", "tried_steps"], null),
        new("snapshots", ["orleans_states"], null),
        new("browsing", ["browsing"], Delete("browsing", "browsing")),
        new("reviews", ["feedback"], ActivityErasure.Reviews),
        new("queries", ["query_scopes"], QueryScopes),
        new("webhooks", ["webhook_outbox"], ActivityErasure.Webhooks),
        new("audit", ["audit_log"], ActivityErasure.Audit),
        new("proposals", ["proposals"], ProposalErasure.Proposals),
        new("ledger", ["ledger"], ProposalErasure.Ledger),
        new("orders", ["orders", "order_items", "shipments", "payments", "returns", "exchanges"], AccountErasure.Orders),
        new("account", ["customers", "customer_payment_methods"], AccountErasure.Account),
    ];

    /// <summary>Tables without anything about a customer.</summary>
    public static IReadOnlySet<string> Impersonal { get; } = new HashSet<string>
    {
        "products", "variants", "policies", "knowledge_documents", "knowledge_removals", "known_issues", "versions", "erasures", "schema_versions",
        "orleansquery", "orleans_clusters", "orleans_silos", "orleans_reminders",
    };

    private static Func<DbSession, ErasureSubject, Task<ErasedStore>> Delete(string store, string table) => async (session, subject) =>
        new ErasedStore { Store = store, Deleted = await session.Execute($"DELETE FROM {table} WHERE customer_id = @CustomerId", subject) };

    /// <summary>Rows of this table live no longer than a query, and only PostgreSQL has it.</summary>
    private static async Task<ErasedStore> QueryScopes(DbSession session, ErasureSubject subject) =>
        session.Dialect == Dialect.Postgres ? await Delete("queries", "query_scopes")(session, subject) : new ErasedStore { Store = "queries" };
}
