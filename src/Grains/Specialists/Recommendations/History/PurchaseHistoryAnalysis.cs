using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations.History;

/// <summary>Works out a <see cref="PurchaseHistory"/> from a customer's orders.</summary>
public static class PurchaseHistoryAnalysis
{
    /// <summary>The history; orders come newest first.</summary>
    public static PurchaseHistory Of(IReadOnlyList<Order> orders, Func<string, Product?> product)
    {
        var counted = orders.Where(order => order.Status != OrderStatus.Cancelled).ToList();
        var units = counted.SelectMany(Units).ToList();
        var kept = units.Where(unit => !unit.Returned).ToList();
        var prices = kept.Select(unit => unit.Price).Order().ToList();
        return new PurchaseHistory
        {
            Items = units,
            Orders = counted.Count,
            Spent = kept.Sum(unit => unit.Price),
            Prices = prices.Count == 0 ? null : new PricesPaid(prices[0], prices[prices.Count / 2], prices[^1]),
            DaysBetweenOrders = DaysBetween([.. counted.Select(order => order.PlacedAt).OfType<DateTimeOffset>().Order()]),
            Kinds = Count(kept.Select(unit => product(unit.ProductId)?.Category ?? unit.Name)),
            Options = kept.SelectMany(unit => unit.Options).GroupBy(option => option.Key, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => Count(group.Select(option => option.Value)), StringComparer.Ordinal),
        };
    }

    private static IEnumerable<PurchasedUnit> Units(Order order)
    {
        var kept = Purchases.Kept(order).ToList();
        foreach (var item in order.Items)
        {
            yield return new PurchasedUnit
            {
                OrderId = order.Id,
                Status = order.Status,
                PlacedAt = order.PlacedAt,
                ProductId = item.ProductId,
                VariantId = item.VariantId,
                Name = item.Name,
                Options = item.Options,
                Price = item.Price,
                Returned = !kept.Remove(item),
            };
        }
    }

    private static IReadOnlyList<ChosenValue> Count(IEnumerable<string> values) =>
        [.. values.GroupBy(value => value, StringComparer.OrdinalIgnoreCase).Select(group => new ChosenValue(group.First(), group.Count()))
            .OrderByDescending(choice => choice.Units).ThenBy(choice => choice.Value, StringComparer.Ordinal)];

    private static double? DaysBetween(IReadOnlyList<DateTimeOffset> days) =>
        days.Count < 2 ? null : Math.Round((days[^1] - days[0]).TotalDays / (days.Count - 1), 1);
}
