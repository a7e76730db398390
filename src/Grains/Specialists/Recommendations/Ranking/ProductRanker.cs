using System.Buffers;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Grains.Specialists.Recommendations.Ranking;

/// <summary>
/// Ranks the catalogue for a request. Each product gets the weighted sum of its evidence (<see cref="RankingWeights"/>):
/// bought along (<see cref="CoPurchase"/>), alike (<see cref="CatalogFeatures"/>), rating (<see cref="RatingBound"/>),
/// popularity, interest (<see cref="BrowsingInterest"/>) and stated preferences. What is out of stock, excluded, avoided
/// or outside the filter is not a candidate. Made once for a state of the data and used by many requests at a time.
/// </summary>
public sealed class ProductRanker
{
    private readonly CatalogFeatures _features;
    private readonly PurchaseIndex _purchases;
    private readonly IReadOnlyDictionary<string, ProductRatings> _ratings;
    private readonly int[] _purchased;
    private readonly float[] _popularity;
    private readonly float[] _rating;
    private readonly Dictionary<RankingGoal, float[]> _merit;

    /// <summary>A ranker of these products, purchases and ratings.</summary>
    public ProductRanker(CatalogFeatures features, PurchaseIndex purchases, IReadOnlyDictionary<string, ProductRatings> ratings)
    {
        (_features, _purchases, _ratings) = (features, purchases, ratings);
        _purchased = [.. features.Products.Select(product => purchases.NumberOf(product.Id) ?? -1)];
        var buyers = _purchased.Select(number => number < 0 ? 0 : purchases.BuyerCount(number)).ToArray();
        var most = Math.Log(1 + Math.Max(1, buyers.DefaultIfEmpty().Max()));
        _popularity = [.. buyers.Select(count => (float)(Math.Log(1 + count) / most))];
        _rating = [.. features.Products.Select(product => (float)((RatingBound.Of(ratings.GetValueOrDefault(product.Id)?.Stars, product.Rating) - 1) / 4))];
        _merit = Enum.GetValues<RankingGoal>().ToDictionary(goal => goal, goal => Merit(RankingWeights.Of(goal)));
    }

    /// <summary>The best products, best first.</summary>
    public IReadOnlyList<RankedProduct> Rank(RankingRequest request)
    {
        var weights = RankingWeights.Of(request.Goal);
        using var parts = new RankingParts(_features, _purchases, _purchased, request);
        var known = ArrayPool<float>.Shared.Rent(Math.Max(1, _features.Products.Count));
        var profile = ArrayPool<float>.Shared.Rent(Math.Max(1, _features.FeatureCount));
        _merit[request.Goal].CopyTo(known.AsSpan());
        parts.AddTo(known, weights);
        var taste = weights.Content > 0 && parts.FillProfile(profile.AsSpan(0, _features.FeatureCount)) ? profile : null;
        var best = new Best(Math.Max(request.Limit, weights.Sameness > 0 ? request.Limit * 4 : 0));
        if (request.Among is null)
        {
            for (var number = 0; number < _features.Products.Count; number++)
                Consider(number, known[number], taste, weights, parts, best);
        }
        else
        {
            foreach (var number in request.Among.Select(_features.NumberOf).OfType<int>())
                Consider(number, known[number], taste, weights, parts, best);
        }
        ArrayPool<float>.Shared.Return(profile);
        ArrayPool<float>.Shared.Return(known);
        return [.. Spread(best, weights.Sameness, request.Limit).Select(found => Explain(found.Number, found.Content, found.Score, weights, parts))];
    }

    /// <summary>
    /// The dear questions last: how alike only for what could get a place if it were wholly alike, and whether it may be
    /// recommended only for what would get one.
    /// </summary>
    private void Consider(int number, float known, float[]? taste, RankingWeights weights, RankingParts parts, Best best)
    {
        if (best.Least >= known + (taste is null ? 0 : weights.Content))
            return;
        var content = taste is null ? 0 : Math.Clamp(_features.Dot(taste, number), 0, 1);
        var score = known + weights.Content * content;
        if (score > best.Least && parts.IsCandidate(number))
            best.Add(number, content, score);
    }

    /// <summary>What each product has whoever asks.</summary>
    private float[] Merit(RankingWeights weights) =>
        [.. _rating.Zip(_popularity, (rating, popularity) => (float)(weights.Rating * rating + weights.Popularity * popularity))];

    /// <summary>Picks one after the other, each time what is best after taking off for being like one picked before.</summary>
    private IEnumerable<(int Number, double Content, double Score)> Spread(Best best, double sameness, int limit)
    {
        var left = best.Items.Select(item => (item.Number, item.Content, item.Score, Alike: 0.0))
            .OrderByDescending(item => item.Score).ThenBy(item => _features.Products[item.Number].Id, StringComparer.Ordinal).ToList();
        for (var picked = 0; picked < limit && left.Count > 0; picked++)
        {
            var next = sameness > 0 ? left.MaxBy(item => item.Score - sameness * item.Alike) : left[0];
            left.Remove(next);
            yield return (next.Number, next.Content, next.Score);
            for (var i = 0; i < left.Count && sameness > 0; i++)
                left[i] = left[i] with { Alike = Math.Max(left[i].Alike, _features.Likeness(left[i].Number, next.Number)) };
        }
    }

    private RankedProduct Explain(int number, double content, double score, RankingWeights weights, RankingParts parts)
    {
        var product = _features.Products[number];
        var stars = _ratings.GetValueOrDefault(product.Id)?.Stars;
        var (mean, reviews) = RatingBound.Mean(stars);
        var along = parts.BoughtAlongWith(number);
        Evidence[] evidence =
        [
            new() { Kind = EvidenceKind.CoPurchase, Points = weights.CoPurchase * parts.BoughtAlong(number), ProductId = along?.ProductId, Count = along?.Customers },
            new() { Kind = EvidenceKind.Content, Points = weights.Content * content, ProductId = content > 0 ? parts.MostAlike(number) : null },
            new() { Kind = EvidenceKind.Rating, Points = weights.Rating * _rating[number], Mean = mean ?? (double?)product.Rating, Count = reviews },
            new() { Kind = EvidenceKind.Popularity, Points = weights.Popularity * _popularity[number], Count = _purchases.BuyerCount(product.Id) },
            new() { Kind = EvidenceKind.Interest, Points = weights.Interest * parts.Interest(number), ProductId = product.Id },
            new() { Kind = EvidenceKind.Preference, Points = weights.Preference * parts.Preference(number), Value = parts.PreferenceMet(number) },
        ];
        return new RankedProduct(product, score, [.. evidence.Where(item => item.Points > 0).OrderByDescending(item => item.Points)]);
    }

    /// <summary>The best so far, so many at most.</summary>
    private sealed class Best(int most)
    {
        private readonly PriorityQueue<(int Number, double Content), double> _queue = new(most + 1);

        /// <summary>What a product must be above to get in.</summary>
        public double Least { get; private set; } = most > 0 ? double.NegativeInfinity : double.PositiveInfinity;

        public IEnumerable<(int Number, double Content, double Score)> Items => _queue.UnorderedItems.Select(item => (item.Element.Number, item.Element.Content, item.Priority));

        public void Add(int number, double content, double score)
        {
            if (_queue.Count < most)
                _queue.Enqueue((number, content), score);
            else
                _queue.EnqueueDequeue((number, content), score);
            if (_queue.Count == most && _queue.TryPeek(out _, out var least))
                Least = least;
        }
    }
}
