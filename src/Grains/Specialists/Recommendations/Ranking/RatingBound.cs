namespace SupportAgents.Grains.Specialists.Recommendations.Ranking;

/// <summary>
/// A product's rating with confidence: the lower end of the range in which its true mean lies, so that 4.6 from forty
/// reviews beats 5.0 from one. Bayesian: the counts of stars are held against a prior of
/// <see cref="PriorReviews"/> imagined reviews around <see cref="PriorMean"/> (or the catalogue's own rating).
/// </summary>
public static class RatingBound
{
    /// <summary>How many reviews the prior counts as.</summary>
    public const double PriorReviews = 5;

    /// <summary>The stars of a product that nobody rated.</summary>
    public const double PriorMean = 3.5;

    /// <summary>Standard deviations below the mean: 1.28 leaves one product in ten under its bound.</summary>
    public const double Caution = 1.28;

    /// <summary>The spread of the stars of one product where there is no review to tell it.</summary>
    private const double PriorVariance = 1.2;

    /// <summary>The bound, from 1 to 5.</summary>
    /// <param name="stars">Five counts, one star first; null when there is no review.</param>
    /// <param name="catalogue">The catalogue's own rating, which takes the prior's place.</param>
    public static double Of(IReadOnlyList<int>? stars, decimal? catalogue = null)
    {
        var prior = catalogue is { } own ? (double)own : PriorMean;
        double count = 0, sum = 0, squares = 0;
        for (var i = 0; i < (stars?.Count ?? 0); i++)
        {
            count += stars![i];
            sum += stars[i] * (i + 1.0);
            squares += stars[i] * (i + 1.0) * (i + 1.0);
        }
        var weight = count + PriorReviews;
        var mean = (sum + PriorReviews * prior) / weight;
        var variance = Math.Max(0, (squares + PriorReviews * (prior * prior + PriorVariance)) / weight - mean * mean);
        return Math.Clamp(mean - Caution * Math.Sqrt(variance / weight), 1, 5);
    }

    /// <summary>The plain mean and the number of reviews; the mean is null when there is none.</summary>
    public static (double? Mean, int Count) Mean(IReadOnlyList<int>? stars)
    {
        var count = stars?.Sum() ?? 0;
        return count == 0 ? (null, 0) : (stars!.Select((number, i) => number * (i + 1.0)).Sum() / count, count);
    }
}
