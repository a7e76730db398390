using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations;

/// <summary>What the shop recommends to this customer now.</summary>
public sealed record RecommendationList
{
    /// <summary>Best first; empty when nothing that may be recommended fits.</summary>
    public required IReadOnlyList<Recommendation> Items { get; init; }

    /// <summary>Things that shaped the list and that the customer should know: their price limit, what was left out.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>A product to recommend, the variant to take, and why.</summary>
public sealed record Recommendation
{
    public required string ProductId { get; init; }
    public required string Name { get; init; }
    public string? Brand { get; init; }
    public string? Category { get; init; }

    /// <summary>A variant that is in stock and fits.</summary>
    public required string VariantId { get; init; }
    public required IReadOnlyDictionary<string, string> Options { get; init; }
    public required Money Price { get; init; }
    public double? Rating { get; init; }
    public required int Reviews { get; init; }

    /// <summary>Why, strongest first, in words that name the evidence; every figure in them is from the data.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>From 0 to 1; comparable within one list.</summary>
    public required double Score { get; init; }
}
