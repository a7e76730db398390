using SupportAgents.Shop;

namespace SupportAgents.Silo.Understanding.Slots;

/// <summary>The customer's orders, for matching what they call them.</summary>
internal sealed class OwnOrders
{
    private readonly Dictionary<string, string> byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> products = new(StringComparer.Ordinal);

    /// <summary>Indexes the orders of one customer.</summary>
    public OwnOrders(IReadOnlyList<Order> orders)
    {
        foreach (var order in orders)
        {
            byKey.TryAdd(Key(order.Id), order.Id);
            byKey.TryAdd(Digits(order.Id), order.Id);
            foreach (var item in order.Items)
                products.Add(item.ProductId);
        }
        Orders = orders;
    }

    /// <summary>A visitor's.</summary>
    public static OwnOrders None { get; } = new([]);

    /// <summary>The orders themselves.</summary>
    public IReadOnlyList<Order> Orders { get; }

    /// <summary>Whether some order holds the product.</summary>
    public bool Holds(string productId) => products.Contains(productId);

    /// <summary>The id in the shop's spelling: case, <c>#</c> and leading letters do not matter. Null when it is none of these orders.</summary>
    public string? Find(string said) =>
        byKey.TryGetValue(Key(said), out var id) || Digits(said) is { Length: > 2 } digits && byKey.TryGetValue(digits, out id) ? id : null;

    /// <summary>The one order whose id ends so; null when none or several do.</summary>
    public string? FindByEnd(string digits)
    {
        var matches = Orders.Where(order => order.Id.EndsWith(digits, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return matches.Count == 1 ? matches[0].Id : null;
    }

    private static string Key(string id) => string.Concat(id.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Digits(string id) => string.Concat(Key(id).SkipWhile(c => !char.IsDigit(c)));
}
