using SupportAgents.Grains.Specialists.Recommendations.Search;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations;

/// <summary>What the schema of arguments cannot say.</summary>
internal static class ArgumentChecks
{
    private const int LongestText = 1_000;

    /// <summary>What is wrong, or null.</summary>
    public static string? Of(IPriceRange prices, string? query, IReadOnlyDictionary<string, string>? options, int? limit, int mostItems) =>
        query?.Length > LongestText ? $"'query' is longer than {LongestText} characters"
        : prices.MinPrice < 0 || prices.MaxPrice < 0 ? "a price is negative"
        : IsNoMoney(prices.MinPrice) || IsNoMoney(prices.MaxPrice) ? "a price has more than two decimal places or is too large"
        : prices.MinPrice > prices.MaxPrice ? "'min_price' is above 'max_price'"
        : limit < 1 || limit > mostItems ? $"'limit' must be from 1 to {mostItems}"
        : options?.Count > 20 || options?.Any(option => option.Key.Length + option.Value.Length > LongestText) == true ? "there are too many or too long 'options'"
        : null;

    /// <summary>The filter of checked arguments.</summary>
    public static VariantFilter Filter(IPriceRange prices, IReadOnlyDictionary<string, string>? options) => new()
    {
        MinPrice = prices.MinPrice is { } min ? Money.FromDecimal(min) : null,
        MaxPrice = prices.MaxPrice is { } max ? Money.FromDecimal(max) : null,
        Options = options is { Count: > 0 } ? options : null,
    };

    private static bool IsNoMoney(decimal? amount) => amount is { } value && (decimal.Round(value, 2) != value || value > 1e12m);
}
