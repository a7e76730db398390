using SupportAgents.Conversations;
using SupportAgents.Customers;
using SupportAgents.Failures;
using SupportAgents.Grains.Specialists.Personalization;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Customers;

/// <summary>Puts together what every store holds about a customer.</summary>
public sealed class CustomerExporter(
    ICustomerStore customers, IOrderStore orders, IActivityStore activity, ICatalogStore catalog, IConversationStore conversations, IPersonalDataStore personal, TimeProvider time)
{
    private const int ConversationPage = 200;
    private const int LogPage = 500;

    /// <summary>The document.</summary>
    /// <exception cref="SupportException">Not found: nothing is held.</exception>
    public async Task<CustomerExport> Export(string customerId, CancellationToken cancellationToken)
    {
        var customer = await customers.Find(customerId, cancellationToken);
        var bought = await orders.List(customerId, cancellationToken);
        var seen = await activity.Browsing(customerId, int.MaxValue, cancellationToken);
        var records = await personal.Read(customerId, cancellationToken);
        var talks = await Conversations(customerId, cancellationToken);
        if (customer is null && bought.Count + seen.Count + talks.Count + records.Reviews.Count + records.Proposals.Count + records.Changes.Count == 0)
            throw SupportException.NotFound("customer");
        var products = (await catalog.List(cancellationToken)).ToDictionary(product => product.Id, StringComparer.Ordinal);
        return new CustomerExport
        {
            ExportedAt = time.GetUtcNow(),
            Customer = customer,
            Inferred = PreferenceInference.Infer(StatedPreferences.Read(customer?.Preferences), bought, seen, products.GetValueOrDefault, time.GetUtcNow()),
            Orders = bought,
            Reviews = records.Reviews,
            Browsing = seen,
            Conversations = talks,
            Proposals = records.Proposals,
            Changes = records.Changes,
        };
    }

    private async Task<IReadOnlyList<ExportedConversation>> Conversations(string customerId, CancellationToken cancellationToken)
    {
        var found = new List<ExportedConversation>();
        string? cursor = null;
        do
        {
            var page = await conversations.List(customerId, cursor, ConversationPage, cancellationToken);
            foreach (var summary in page.Items)
                found.Add(new ExportedConversation { Conversation = summary, Entries = await Log(summary, cancellationToken) });
            cursor = page.Next;
        }
        while (cursor is not null);
        return found;
    }

    private async Task<IReadOnlyList<ExportedEntry>> Log(ConversationSummary conversation, CancellationToken cancellationToken)
    {
        var entries = new List<ExportedEntry>();
        IReadOnlyList<LogEntry> page;
        var after = 0L;
        do
        {
            page = await conversations.Read(conversation.ConversationId, after, LogPage, cancellationToken);
            entries.AddRange(page.Select(entry => new ExportedEntry(entry.At, entry.Entry)));
            after = page.Count > 0 ? page[^1].Seq : after;
        }
        while (page.Count == LogPage);
        return entries;
    }
}
