using SupportAgents.Customers;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Grains.Specialists.Personalization;

/// <summary>Reads what <see cref="CustomerContexts"/> needs. Without a model nothing is read: the skills ask their tools.</summary>
public sealed class CustomerContextReader(
    ICustomerStore customers, IOrderStore orders, IActivityStore activity, ICatalogStore catalog, TimeProvider time, bool hasModel)
{
    private const int BrowsingRead = 100;

    /// <summary>The context for an agent; null when nothing would read it.</summary>
    public async Task<CustomerContext?> Read(string agent, string? customerId, CancellationToken cancellationToken)
    {
        if (customerId is null || !hasModel)
            return null;
        var seen = CustomerContexts.NeedsBrowsing(agent) ? await activity.Browsing(customerId, BrowsingRead, cancellationToken) : [];
        var products = seen.Count > 0 ? (await catalog.List(cancellationToken)).ToDictionary(product => product.Id, StringComparer.Ordinal) : [];
        return CustomerContexts.For(agent, await customers.Find(customerId, cancellationToken), await orders.List(customerId, cancellationToken),
            seen, products.GetValueOrDefault, time.GetUtcNow());
    }
}
