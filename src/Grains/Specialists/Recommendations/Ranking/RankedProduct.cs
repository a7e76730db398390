using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations.Ranking;

/// <summary>A recommended product and why.</summary>
/// <param name="Product">The product.</param>
/// <param name="Score">From 0 to 1.</param>
/// <param name="Evidence">What the score is made of, strongest first.</param>
public sealed record RankedProduct(Product Product, double Score, IReadOnlyList<Evidence> Evidence);

/// <summary>The kinds of evidence.</summary>
public enum EvidenceKind { CoPurchase, Content, Rating, Popularity, Interest, Preference }

/// <summary>One reason for a recommendation, with its facts.</summary>
public sealed record Evidence
{
    public required EvidenceKind Kind { get; init; }

    /// <summary>Its share of the score.</summary>
    public required double Points { get; init; }

    /// <summary>The product that it comes from: bought before, looked at, or named.</summary>
    public string? ProductId { get; init; }

    /// <summary>Customers who bought both, buyers, or reviews.</summary>
    public int? Count { get; init; }

    /// <summary>The mean rating.</summary>
    public double? Mean { get; init; }

    /// <summary>The preference that it meets, or what is alike.</summary>
    public string? Value { get; init; }
}
