using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders;

/// <summary>Reads what a quote is computed from. A confirmation reads the same again, under lock.</summary>
public sealed class ProposalFactsReader(ICustomerStore customers, IOrderStore orders, ICatalogStore catalog, IPolicyStore policies)
{
    /// <summary>The customer's records, with the order where one is named and is theirs; null when there is no such customer.</summary>
    public async Task<ProposalFacts?> Read(string customerId, string? orderId, CancellationToken cancellationToken)
    {
        if (await customers.Find(customerId, cancellationToken) is not { } customer)
            return null;
        var order = orderId is null ? null : await orders.Find(customerId, orderId, cancellationToken);
        var products = new List<Product>();
        foreach (var productId in (order?.Items ?? []).Select(item => item.ProductId).Distinct())
            if (await catalog.Find(productId, cancellationToken) is { } product)
                products.Add(product);
        return new ProposalFacts
        {
            Customer = customer,
            Order = order,
            Products = products,
            Policies = await policies.Current(cancellationToken),
        };
    }
}
