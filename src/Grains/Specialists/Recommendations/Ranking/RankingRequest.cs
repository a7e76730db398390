using SupportAgents.Grains.Specialists.Personalization;
using SupportAgents.Grains.Specialists.Recommendations.Search;

namespace SupportAgents.Grains.Specialists.Recommendations.Ranking;

/// <summary>For whom, what for, and within which limits products are ranked.</summary>
public sealed record RankingRequest
{
    /// <summary>What is looked for.</summary>
    public RankingGoal Goal { get; init; }

    /// <summary>The customer, so that their own purchases are no evidence of what others buy; null for nobody.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The products that <see cref="RankingGoal.SimilarTo"/> and <see cref="RankingGoal.GoesWith"/> start from.</summary>
    public IReadOnlyList<string> Anchors { get; init; } = [];

    /// <summary>What the customer bought and kept, newest first.</summary>
    public IReadOnlyList<Seed> Bought { get; init; } = [];

    /// <summary>Product ids that must not be recommended: owned, returned.</summary>
    public IReadOnlySet<string> Excluded { get; init; } = new HashSet<string>();

    /// <summary>Interest in products by browsing; see <see cref="BrowsingInterest"/>.</summary>
    public IReadOnlyDictionary<string, double> Interest { get; init; } = new Dictionary<string, double>();

    /// <summary>What the customer said they like, and what to leave out.</summary>
    public StatedPreferences Preferences { get; init; } = StatedPreferences.None;

    /// <summary>What a variant must be; something must be in stock in any case.</summary>
    public VariantFilter Filter { get; init; } = new();

    /// <summary>Only these product ids, where the customer asked for something.</summary>
    public IReadOnlySet<string>? Among { get; init; }

    /// <summary>At most so many.</summary>
    public int Limit { get; init; } = 5;
}
