using SupportAgents.Shop;

namespace SupportAgents.Grains.Stores;

/// <summary>Accounts. Every call is scoped by the customer id that it gets, which comes from the verified principal.</summary>
public interface ICustomerStore
{
    /// <summary>The account with payment methods, or null.</summary>
    Task<Customer?> Find(string customerId, CancellationToken cancellationToken);

    /// <summary>The account that has the e-mail address, in any case of letters, or null. Only for proving who somebody is.</summary>
    Task<Customer?> FindByEmail(string email, CancellationToken cancellationToken);

    /// <summary>Replaces the preferences. False when there is no such customer.</summary>
    Task<bool> SavePreferences(string customerId, JsonText preferences, CancellationToken cancellationToken);
}

/// <summary>Orders of one customer. Somebody else's order is not there.</summary>
public interface IOrderStore
{
    /// <summary>All orders, newest first; those without a date come last, by id.</summary>
    Task<IReadOnlyList<Order>> List(string customerId, CancellationToken cancellationToken);

    /// <summary>The order with that exact id, when it is the customer's; else null.</summary>
    Task<Order?> Find(string customerId, string orderId, CancellationToken cancellationToken);
}

/// <summary>The catalogue. It is small and read often: adapters keep it in memory and refresh it.</summary>
public interface ICatalogStore
{
    /// <summary>All products, by name. The list is a snapshot that does not change.</summary>
    Task<IReadOnlyList<Product>> List(CancellationToken cancellationToken);

    /// <summary>The product with that exact id, or null.</summary>
    Task<Product?> Find(string productId, CancellationToken cancellationToken);

    /// <summary>The product that has the variant, or null.</summary>
    Task<Product?> FindByVariant(string variantId, CancellationToken cancellationToken);
}

/// <summary>What customers said about and did with products.</summary>
public interface IActivityStore
{
    /// <summary>All feedback on a product, newest first.</summary>
    Task<IReadOnlyList<ProductFeedback>> Feedback(string productId, CancellationToken cancellationToken);

    /// <summary>A customer's browsing, newest first, at most <paramref name="limit"/> events.</summary>
    Task<IReadOnlyList<BrowsingEvent>> Browsing(string customerId, int limit, CancellationToken cancellationToken);
}

/// <summary>The shop's rules.</summary>
public interface IPolicyStore
{
    /// <summary>The rules in force; <see cref="ShopPolicies.None"/> when none are loaded.</summary>
    Task<ShopPolicies> Current(CancellationToken cancellationToken);
}
