using System.Collections.Concurrent;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Fakes;

/// <summary>A shop's records in memory, which the fake stores share.</summary>
public sealed class InMemoryShop
{
    public ConcurrentDictionary<string, Customer> Customers { get; } = new();
    public ConcurrentDictionary<string, Order> Orders { get; } = new();
    public ConcurrentDictionary<string, Product> Products { get; } = new();
    public List<ProductFeedback> Feedback { get; } = [];
    public List<BrowsingEvent> Browsing { get; } = [];
    public ShopPolicies Policies { get; set; } = ShopPolicies.None;

    public InMemoryShop Add(params Customer[] customers)
    {
        foreach (var customer in customers)
            Customers[customer.Id] = customer;
        return this;
    }

    public InMemoryShop Add(params Order[] orders)
    {
        foreach (var order in orders)
            Orders[order.Id] = order;
        return this;
    }

    public InMemoryShop Add(params Product[] products)
    {
        foreach (var product in products)
            Products[product.Id] = product;
        return this;
    }
}

public sealed class InMemoryCustomerStore(InMemoryShop shop) : ICustomerStore
{
    public Task<Customer?> Find(string customerId, CancellationToken cancellationToken) =>
        Task.FromResult(shop.Customers.GetValueOrDefault(customerId));

    public Task<Customer?> FindByEmail(string email, CancellationToken cancellationToken) =>
        Task.FromResult(shop.Customers.Values.FirstOrDefault(customer => string.Equals(customer.Email, email, StringComparison.OrdinalIgnoreCase)));

    public Task<bool> SavePreferences(string customerId, JsonText preferences, CancellationToken cancellationToken)
    {
        if (!shop.Customers.TryGetValue(customerId, out var customer))
            return Task.FromResult(false);
        shop.Customers[customerId] = customer with { Preferences = preferences };
        return Task.FromResult(true);
    }
}

public sealed class InMemoryOrderStore(InMemoryShop shop) : IOrderStore
{
    public Task<IReadOnlyList<Order>> List(string customerId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Order>>([.. shop.Orders.Values.Where(order => order.CustomerId == customerId)
            .OrderByDescending(order => order.PlacedAt ?? DateTimeOffset.MinValue).ThenBy(order => order.Id, StringComparer.Ordinal)]);

    public Task<Order?> Find(string customerId, string orderId, CancellationToken cancellationToken) =>
        Task.FromResult(shop.Orders.GetValueOrDefault(orderId) is { } order && order.CustomerId == customerId ? order : null);
}

public sealed class InMemoryCatalogStore(InMemoryShop shop) : ICatalogStore
{
    public Task<IReadOnlyList<Product>> List(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Product>>([.. shop.Products.Values.OrderBy(product => product.Name, StringComparer.Ordinal)]);

    public Task<Product?> Find(string productId, CancellationToken cancellationToken) =>
        Task.FromResult(shop.Products.GetValueOrDefault(productId));

    public Task<Product?> FindByVariant(string variantId, CancellationToken cancellationToken) =>
        Task.FromResult(shop.Products.Values.FirstOrDefault(product => product.FindVariant(variantId) is not null));
}

public sealed class InMemoryPolicyStore(InMemoryShop shop) : IPolicyStore
{
    public Task<ShopPolicies> Current(CancellationToken cancellationToken) => Task.FromResult(shop.Policies);
}

public sealed class InMemoryActivityStore(InMemoryShop shop) : IActivityStore
{
    public Task<IReadOnlyList<ProductFeedback>> Feedback(string productId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ProductFeedback>>([.. shop.Feedback.Where(feedback => feedback.ProductId == productId).OrderByDescending(feedback => feedback.At)]);

    public Task<IReadOnlyList<BrowsingEvent>> Browsing(string customerId, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BrowsingEvent>>([.. shop.Browsing.Where(visit => visit.CustomerId == customerId).OrderByDescending(visit => visit.At).Take(limit)]);
}
