using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Bench.Recommendations;

/// <summary>The generated shop as the stores that a recommendation reads: what is measured is ours, not a database.</summary>
internal sealed class ShopInMemory(GeneratedShop shop) : ICustomerStore, IOrderStore, ICatalogStore, IActivityStore, IPolicyStore
{
    private readonly Dictionary<string, Product> _products = shop.Products.ToDictionary(product => product.Id, StringComparer.Ordinal);

    public Task<Customer?> Find(string customerId, CancellationToken cancellationToken) => Task.FromResult<Customer?>(new Customer
    {
        Id = customerId,
        FirstName = "",
        LastName = "",
        Email = "",
        Preferences = new JsonText("""{"color":"blue","avoid":["pink"]}"""),
    });

    public Task<Customer?> FindByEmail(string email, CancellationToken cancellationToken) => Task.FromResult<Customer?>(null);

    public Task<bool> SavePreferences(string customerId, JsonText preferences, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<IReadOnlyList<Order>> List(string customerId, CancellationToken cancellationToken) => Task.FromResult(shop.Orders[customerId]);

    public Task<Order?> Find(string customerId, string orderId, CancellationToken cancellationToken) => Task.FromResult<Order?>(null);

    public Task<IReadOnlyList<Product>> List(CancellationToken cancellationToken) => Task.FromResult(shop.Products);

    Task<Product?> ICatalogStore.Find(string productId, CancellationToken cancellationToken) => Task.FromResult(_products.GetValueOrDefault(productId));

    public Task<Product?> FindByVariant(string variantId, CancellationToken cancellationToken) => Task.FromResult<Product?>(null);

    public Task<IReadOnlyList<ProductFeedback>> Feedback(string productId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ProductFeedback>>([]);

    /// <summary>Forty looks, the same for a customer each time.</summary>
    public Task<IReadOnlyList<BrowsingEvent>> Browsing(string customerId, int limit, CancellationToken cancellationToken)
    {
        var random = new Random(customerId.Length * 7919 + customerId[^1]);
        return Task.FromResult<IReadOnlyList<BrowsingEvent>>([.. Enumerable.Range(0, 40).Select(look => new BrowsingEvent
        {
            CustomerId = customerId,
            ProductId = shop.Products[random.Next(shop.Products.Count)].Id,
            At = TimeProvider.System.GetUtcNow().AddHours(-look),
            Seconds = 60,
        })]);
    }

    public Task<ShopPolicies> Current(CancellationToken cancellationToken) => Task.FromResult(ShopPolicies.None);
}
