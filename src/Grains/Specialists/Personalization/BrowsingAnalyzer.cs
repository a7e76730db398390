using SupportAgents.Grains.Specialists.Recommendations.Ranking;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Personalization;

/// <summary>Works out a <see cref="BrowsingAnalysis"/>.</summary>
public static class BrowsingAnalyzer
{
    private static readonly TimeSpan _together = TimeSpan.FromHours(48);
    private static readonly TimeSpan _lately = TimeSpan.FromDays(7);
    private static readonly TimeSpan _before = TimeSpan.FromDays(35);

    /// <summary>The analysis; events come newest first.</summary>
    public static BrowsingAnalysis Analyze(IReadOnlyList<BrowsingEvent> events, IReadOnlyList<Order> orders, Func<string, Product?> product, DateTimeOffset now)
    {
        var interest = BrowsingInterest.Of(events, now);
        return new BrowsingAnalysis
        {
            Items = [.. events.Select(seen => LookOf(seen, product))],
            Interests = [.. events.GroupBy(seen => seen.ProductId)
                .Select(group => new ProductInterest(group.Key, NameOf(group.Key, product), Math.Round(interest[group.Key], 3), group.Count(), group.Max(seen => seen.At)))
                .OrderByDescending(found => found.Interest).ThenBy(found => found.ProductId, StringComparer.Ordinal).Take(10)],
            Categories = Categories(events, product, now),
            Comparisons = Comparisons(events, product),
            AbandonedCarts = Abandoned(events, orders, product),
        };
    }

    private static List<CategoryInterest> Categories(IReadOnlyList<BrowsingEvent> events, Func<string, Product?> product, DateTimeOffset now)
    {
        var known = events.Select(seen => (Event: seen, product(seen.ProductId)?.Category)).Where(seen => seen.Category is not null).ToList();
        var total = known.Sum(seen => BrowsingInterest.Weight(seen.Event, now));
        var lately = known.Where(seen => now - seen.Event.At <= _lately).ToList();
        var before = known.Where(seen => now - seen.Event.At > _lately && now - seen.Event.At <= _before).ToList();
        return [.. known.GroupBy(seen => seen.Category!).Where(_ => total > 0)
            .Select(group => new CategoryInterest(group.Key, Math.Round(group.Sum(seen => BrowsingInterest.Weight(seen.Event, now)) / total, 3),
                Trend(Share(lately.Count(seen => seen.Category == group.Key), lately.Count), Share(before.Count(seen => seen.Category == group.Key), before.Count))))
            .OrderByDescending(found => found.Share).ThenBy(found => found.Category, StringComparer.Ordinal).Take(10)];
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static string Trend(double lately, double before) => lately > before + 0.15 ? "rising" : lately < before - 0.15 ? "falling" : "steady";

    private static List<Comparison> Comparisons(IReadOnlyList<BrowsingEvent> events, Func<string, Product?> product)
    {
        var found = new List<Comparison>();
        foreach (var kind in events.GroupBy(seen => KindOf(seen.ProductId, product)).Where(group => group.Key is not null))
        {
            var last = kind.Max(seen => seen.At);
            var ids = kind.Where(seen => last - seen.At <= _together).OrderByDescending(seen => seen.At).Select(seen => seen.ProductId).Distinct().ToList();
            if (ids.Count > 1)
                found.Add(new Comparison(kind.Key!, ids, [.. ids.Select(id => NameOf(id, product))], last));
        }
        return [.. found.OrderByDescending(comparison => comparison.At).Take(5)];
    }

    private static List<Look> Abandoned(IReadOnlyList<BrowsingEvent> events, IReadOnlyList<Order> orders, Func<string, Product?> product)
    {
        var carts = events.Where(seen => BrowsingInterest.IsCart(seen.Action)).GroupBy(seen => seen.ProductId).Select(group => group.MaxBy(seen => seen.At)!);
        return [.. carts.Where(cart => !events.Any(seen => seen.ProductId == cart.ProductId && seen.At > cart.At && BrowsingInterest.IsRemoval(seen.Action))
            && !orders.Any(order => order.Status != OrderStatus.Cancelled && !(order.PlacedAt < cart.At) && order.Items.Any(item => item.ProductId == cart.ProductId)))
            .OrderByDescending(cart => cart.At).Select(cart => LookOf(cart, product))];
    }

    private static string? KindOf(string id, Func<string, Product?> product) => product(id) is { } known ? known.Category ?? known.Name : null;

    private static string NameOf(string id, Func<string, Product?> product) => product(id)?.Name ?? id;

    private static Look LookOf(BrowsingEvent seen, Func<string, Product?> product) => new()
    {
        ProductId = seen.ProductId,
        Name = NameOf(seen.ProductId, product),
        At = seen.At,
        Seconds = seen.Seconds,
        Action = seen.Action,
    };
}
