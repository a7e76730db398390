using SupportAgents.Grains.Stores;

namespace SupportAgents.Grains.Specialists.Recommendations.Ranking;

/// <summary>
/// What the ranking of this silo knows: purchases and ratings. One background service keeps it up to date
/// (<see cref="Apply"/>, <see cref="Replace"/>, then <see cref="Publish"/>) while any number of turns rank.
/// </summary>
public sealed class RankingState
{
    private readonly Lock _gate = new();
    private readonly PurchaseIndex _purchases = new();
    private Dictionary<string, ProductRatings> _ratings = new(StringComparer.Ordinal);
    private (CatalogFeatures Features, Task<ProductRanker> Ranker)? _ranker;

    /// <summary>The star counts of a product, or null.</summary>
    public IReadOnlyList<int>? Stars(string productId) => Volatile.Read(ref _ratings).GetValueOrDefault(productId)?.Stars;

    /// <summary>Takes in orders as they stand now; true when that changed anything.</summary>
    public bool Apply(IEnumerable<PurchasedOrder> orders) => orders.Aggregate(false, (changed, order) => _purchases.Apply(order) | changed);

    /// <summary>Puts new ratings in place of the old.</summary>
    public void Replace(IReadOnlyList<ProductRatings> ratings) =>
        Volatile.Write(ref _ratings, ratings.ToDictionary(rating => rating.ProductId, StringComparer.Ordinal));

    /// <summary>Makes the ranker of what is known now; rankings that run go on with the old one.</summary>
    public void Publish()
    {
        CatalogFeatures features;
        lock (_gate)
        {
            if (_ranker is not { } current)
                return;
            features = current.Features;
        }
        var fresh = Task.FromResult(new ProductRanker(features, _purchases, _ratings));
        lock (_gate)
        {
            if (ReferenceEquals(_ranker?.Features, features))
                _ranker = (features, fresh);
        }
    }

    /// <summary>The ranker for a snapshot of the catalogue; made once for each, on the thread pool.</summary>
    public Task<ProductRanker> Ranker(CatalogFeatures features, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_ranker is not { } current || !ReferenceEquals(current.Features, features))
                _ranker = current = (features, Task.Run(() => new ProductRanker(features, _purchases, Volatile.Read(ref _ratings)), CancellationToken.None));
            return current.Ranker.WaitAsync(cancellationToken);
        }
    }
}
