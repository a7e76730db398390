namespace SupportAgents.Grains.Specialists.Personalization;

/// <summary>What a customer looked at lately, and what that says.</summary>
public sealed record BrowsingAnalysis
{
    /// <summary>The events, newest first.</summary>
    public required IReadOnlyList<Look> Items { get; init; }

    /// <summary>Products by interest, which fades with time; strongest first.</summary>
    public required IReadOnlyList<ProductInterest> Interests { get; init; }

    /// <summary>Categories by their share of the interest, largest first; empty where the shop has none.</summary>
    public required IReadOnlyList<CategoryInterest> Categories { get; init; }

    /// <summary>Things of one kind that were looked at close together: the customer is choosing between them.</summary>
    public required IReadOnlyList<Comparison> Comparisons { get; init; }

    /// <summary>What was put in the cart and neither taken out nor bought.</summary>
    public required IReadOnlyList<Look> AbandonedCarts { get; init; }
}

/// <summary>A look at a product.</summary>
public sealed record Look
{
    public required string ProductId { get; init; }

    /// <summary>The product's name; its id when it is not sold any more.</summary>
    public required string Name { get; init; }
    public required DateTimeOffset At { get; init; }
    public int? Seconds { get; init; }
    public string? Action { get; init; }
}

/// <summary>Interest in a product.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Name">Its name.</param>
/// <param name="Interest">1 is about one attentive look today; halves every two weeks.</param>
/// <param name="Looks">How often it was looked at.</param>
/// <param name="LastSeen">When last.</param>
public sealed record ProductInterest(string ProductId, string Name, double Interest, int Looks, DateTimeOffset LastSeen);

/// <summary>Interest in a category.</summary>
/// <param name="Category">The category.</param>
/// <param name="Share">Its part of all interest, from 0 to 1.</param>
/// <param name="Trend"><c>rising</c>, <c>falling</c> or <c>steady</c>: the last week against the four weeks before.</param>
public sealed record CategoryInterest(string Category, double Share, string Trend);

/// <summary>Products of one kind looked at within two days.</summary>
/// <param name="Kind">The category, or the name that they share.</param>
/// <param name="ProductIds">The products.</param>
/// <param name="Names">Their names.</param>
/// <param name="At">The last look.</param>
public sealed record Comparison(string Kind, IReadOnlyList<string> ProductIds, IReadOnlyList<string> Names, DateTimeOffset At);
