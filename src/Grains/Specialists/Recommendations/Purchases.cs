using SupportAgents.Grains.Specialists.Recommendations.Ranking;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations;

/// <summary>What a customer's orders say about what they have.</summary>
public static class Purchases
{
    /// <summary>Days after which an undated or dated purchase says half as much about what is wanted now.</summary>
    private const double HalfLifeDays = 365;

    /// <summary>The units of an order that stay with the customer: none of a cancelled one, and not what is being returned.</summary>
    public static IEnumerable<OrderItem> Kept(Order order)
    {
        if (order.Status == OrderStatus.Cancelled)
            return [];
        var returned = (order.Return?.VariantIds ?? []).GroupBy(id => id).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        return order.Items.Where(item => !TakeOne(returned, item.VariantId)).ToArray();
    }

    /// <summary>The products that they send back.</summary>
    public static IEnumerable<string> ReturnedProducts(Order order)
    {
        var ids = order.Return?.VariantIds.ToHashSet(StringComparer.Ordinal) ?? [];
        return order.Items.Where(item => ids.Contains(item.VariantId)).Select(item => item.ProductId);
    }

    /// <summary>What must not be recommended: what was returned, and what is owned unless it is used up.</summary>
    public static IReadOnlySet<string> NotToRecommend(IReadOnlyList<Order> orders, ShopPolicies policies, Func<string, Product?> product)
    {
        var consumable = (policies.ConsumableCategories ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return orders.SelectMany(Kept).Select(item => item.ProductId)
            .Where(id => product(id)?.Category is not { } category || !consumable.Contains(category))
            .Concat(orders.SelectMany(ReturnedProducts)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The kept products as seeds of a ranking, recent ones weighing more.</summary>
    public static IReadOnlyList<Seed> Seeds(IReadOnlyList<Order> orders, DateTimeOffset now) =>
        [.. orders.SelectMany(order => Kept(order).Select(item => new Seed(item.ProductId, Weight(order.PlacedAt, now))))];

    private static double Weight(DateTimeOffset? placedAt, DateTimeOffset now) =>
        placedAt is { } at ? Math.Max(0.2, Math.Pow(0.5, Math.Max(0, (now - at).TotalDays) / HalfLifeDays)) : 0.8;

    private static bool TakeOne(Dictionary<string, int> left, string variantId)
    {
        if (left.GetValueOrDefault(variantId) == 0)
            return false;
        left[variantId]--;
        return true;
    }
}
