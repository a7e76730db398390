using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations.Ranking;

/// <summary>
/// What a customer looks at, fading with time: each event weighs by what was done and for how long, and halves every
/// <see cref="HalfLifeDays"/> days.
/// </summary>
public static class BrowsingInterest
{
    /// <summary>After so many days an event counts half.</summary>
    public const double HalfLifeDays = 14;

    /// <summary>A longer look counts no more.</summary>
    private const double MostSeconds = 180;

    /// <summary>Interest in each product seen; 1 is about one attentive look today.</summary>
    public static IReadOnlyDictionary<string, double> Of(IEnumerable<BrowsingEvent> events, DateTimeOffset now) =>
        events.GroupBy(seen => seen.ProductId, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(seen => Weight(seen, now)), StringComparer.Ordinal);

    /// <summary>The weight of one event now.</summary>
    public static double Weight(BrowsingEvent seen, DateTimeOffset now)
    {
        var days = Math.Max(0, (now - seen.At).TotalDays);
        var attention = seen.Seconds is { } seconds ? 0.5 + 0.5 * Math.Clamp(seconds / MostSeconds, 0, 1) : 0.75;
        return ActionWeight(seen.Action) * attention * Math.Pow(0.5, days / HalfLifeDays);
    }

    /// <summary>True for what a customer put in the basket.</summary>
    public static bool IsCart(string? action) => action is not null && action.Contains("cart", StringComparison.OrdinalIgnoreCase)
        && !IsRemoval(action);

    /// <summary>True when something was taken out of the basket or a list again.</summary>
    public static bool IsRemoval(string? action) => action is not null && action.Contains("remove", StringComparison.OrdinalIgnoreCase);

    private static double ActionWeight(string? action) => action switch
    {
        null => 1,
        _ when IsRemoval(action) => 0,
        _ when IsCart(action) => 3,
        _ when action.Contains("wish", StringComparison.OrdinalIgnoreCase) || action.Contains("favo", StringComparison.OrdinalIgnoreCase) => 2.5,
        _ when action.Contains("compare", StringComparison.OrdinalIgnoreCase) => 1.5,
        _ => 1,
    };
}
