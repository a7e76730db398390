using SupportAgents.Grains.Stores;

namespace SupportAgents.Grains.Specialists.Recommendations.Ranking;

/// <summary>What the ranking of this silo knows: purchases and ratings. A background service keeps it up to date.</summary>
public sealed class RankingState
{
    private readonly Lock _gate = new();
    private PurchaseIndex _purchases = new();
    private Dictionary<string, ProductRatings> _ratings = new(StringComparer.Ordinal);
    private (CatalogFeatures Features, ProductRanker Ranker)? _ranker;

    /// <summary>Who bought what.</summary>
    public PurchaseIndex Purchases
    {
        get
        {
            lock (_gate)
                return _purchases;
        }
    }

    /// <summary>The star counts of a product, or null.</summary>
    public IReadOnlyList<int>? Stars(string productId)
    {
        lock (_gate)
            return _ratings.GetValueOrDefault(productId)?.Stars;
    }

    /// <summary>Puts new knowledge in place; rankings that run go on with the old.</summary>
    public void Replace(PurchaseIndex purchases, IReadOnlyList<ProductRatings> ratings)
    {
        var byProduct = ratings.ToDictionary(rating => rating.ProductId, StringComparer.Ordinal);
        lock (_gate)
            (_purchases, _ratings, _ranker) = (purchases, byProduct, null);
    }

    /// <summary>The ranker of what is known now.</summary>
    public ProductRanker Ranker(CatalogFeatures features)
    {
        lock (_gate)
        {
            if (_ranker is not { } current || !ReferenceEquals(current.Features, features))
                _ranker = current = (features, new ProductRanker(features, _purchases, _ratings));
            return current.Ranker;
        }
    }
}
