using System.Text.RegularExpressions;
using SupportAgents.Agents;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>Orders that are pointed at and not named: "my last order", "the other one", "the cheaper one", "both".</summary>
internal static partial class OrderReferences
{
    /// <summary>How the words point at an order: "last", "other", "cheapest" …; null when they do not.</summary>
    public static string? Read(IReadOnlyList<string> words, Slots slots)
    {
        if (slots.OrderReference is { } said)
            return said;
        var text = string.Join(' ', words);
        return Previous().IsMatch(text) ? "previous" : Cheapest().IsMatch(text) ? "cheapest" : Dearest().IsMatch(text) ? "dearest" : LastOrder().IsMatch(text) ? "last" : FirstOrder().IsMatch(text) ? "first" : AllOrders().IsMatch(text) ? "all" : OtherOrder().IsMatch(text) ? "other" : null;
    }

    /// <summary>The orders that are pointed at.</summary>
    public static OrderSearch Find(string reference, IReadOnlyList<Order> orders, OrderHints hints)
    {
        var dated = orders.Where(order => order.PlacedAt is not null).ToList();
        var suitable = orders.Where(hints.Suits).ToList();
        var listed = orders.Where(order => hints.Focus is { ListedKind: "order", Listed: { } shown } && shown.Contains(order.Id)).DefaultIfEmpty(suitable.FirstOrDefault()).OfType<Order>().ToList();
        return reference.ToLowerInvariant() switch
        {
            "cheapest" when listed.Count > 0 => OrderSearch.Sure([listed.MinBy(order => order.ItemsTotal)!]),
            "dearest" when listed.Count > 0 => OrderSearch.Sure([listed.MaxBy(order => order.ItemsTotal)!]),
            "previous" when dated.SkipWhile(order => order.Id != hints.Focus.OrderId).Skip(1).FirstOrDefault() is { } older => OrderSearch.Sure([older]),
            "all" => OrderSearch.Sure(orders),
            "both" when suitable.Count == 2 => OrderSearch.Sure(suitable),
            "both" when orders.Count == 2 => OrderSearch.Sure(orders),
            "last" or "latest" or "newest" or "recent" or "most recent" when dated.Count > 0 => OrderSearch.Sure([dated[0]]),
            "first" or "oldest" when dated.Count > 0 => OrderSearch.Sure([dated[^1]]),
            "other" when orders.Where(order => order.Id != hints.Focus.OrderId).ToList() is [var other] => OrderSearch.Sure([other]),
            "other" when suitable.Where(order => order.Id != hints.Focus.OrderId).ToList() is [var other] => OrderSearch.Sure([other]),
            "other" => new OrderSearch([], null, [.. orders.Where(order => order.Id != hints.Focus.OrderId)], IsNamed: true),
            // Without dates nobody knows which was the last.
            _ when orders.Count == 1 => OrderSearch.Sure(orders),
            _ => new OrderSearch([], null, suitable.Count > 0 ? suitable : orders, IsNamed: false),
        };
    }

    [GeneratedRegex(@"\b(one|order) before\b|\bprevious (one|order)\b")]
    private static partial Regex Previous();

    [GeneratedRegex(@"\b(cheap(er|est)|small(er|est)) (one|order)\b")]
    private static partial Regex Cheapest();

    [GeneratedRegex(@"\b((more|most) expensive|dear(er|est)|pric(ier|iest)|bigg(er|est)|larg(er|est)) (one|order)\b")]
    private static partial Regex Dearest();

    [GeneratedRegex(@"\b(last|latest|newest|(most )?recent) (order|purchase)\b")]
    private static partial Regex LastOrder();

    [GeneratedRegex(@"\b(first|oldest) (order|purchase)\b")]
    private static partial Regex FirstOrder();

    [GeneratedRegex(@"\ball (of )?(my |the )?order\b|\bevery order\b|\bmy order are\b")]
    private static partial Regex AllOrders();

    [GeneratedRegex(@"\bother order\b|\bthe other one\b|\bdifferent order\b")]
    private static partial Regex OtherOrder();
}
