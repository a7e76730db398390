namespace SupportAgents.Grains.Specialists.Recommendations.Ranking;

/// <summary>What is looked for.</summary>
public enum RankingGoal
{
    /// <summary>What the customer may like.</summary>
    ForYou,

    /// <summary>Things like the anchor products, in place of them.</summary>
    SimilarTo,

    /// <summary>Things to have besides the anchor products.</summary>
    GoesWith,

    /// <summary>What most people like: a gift, or a customer of whom nothing is known.</summary>
    ForAnyone,
}

/// <summary>
/// How much each kind of evidence counts. Every kind is a number from 0 to 1; the weights of a goal add up to 1, so
/// that a score is between 0 and 1.
/// </summary>
public sealed record RankingWeights
{
    /// <summary>Bought along with the seeds, by other customers.</summary>
    public required double CoPurchase { get; init; }

    /// <summary>Like the seeds in category, brand, words, options and price.</summary>
    public required double Content { get; init; }

    /// <summary>The lower bound of the rating.</summary>
    public required double Rating { get; init; }

    /// <summary>Number of buyers, on a logarithmic scale so that the best-sellers do not drown the rest.</summary>
    public required double Popularity { get; init; }

    /// <summary>The customer looked at it lately.</summary>
    public required double Interest { get; init; }

    /// <summary>The customer said that they like such things.</summary>
    public required double Preference { get; init; }

    /// <summary>What is taken off for being like a better placed product, so that a short list is not five of the same.</summary>
    public double Sameness { get; init; }

    /// <summary>The weights of a goal.</summary>
    public static RankingWeights Of(RankingGoal goal) => goal switch
    {
        RankingGoal.SimilarTo => new() { CoPurchase = 0.10, Content = 0.60, Rating = 0.12, Popularity = 0.05, Interest = 0.03, Preference = 0.10 },
        RankingGoal.GoesWith => new() { CoPurchase = 0.65, Content = 0.10, Rating = 0.10, Popularity = 0.05, Interest = 0.03, Preference = 0.07, Sameness = 0.05 },
        RankingGoal.ForAnyone => new() { CoPurchase = 0, Content = 0, Rating = 0.60, Popularity = 0.40, Interest = 0, Preference = 0, Sameness = 0.15 },
        _ => new() { CoPurchase = 0.38, Content = 0.15, Rating = 0.12, Popularity = 0.10, Interest = 0.12, Preference = 0.13, Sameness = 0.10 },
    };
}
