using SupportAgents.Grains.Specialists.Recommendations.Ranking;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations.Search;

/// <summary>
/// The search index and the content vectors of the catalogue's current snapshot. They are built anew when the store
/// hands out another snapshot, once, on the thread pool, so that a silo's turns go on meanwhile.
/// </summary>
public sealed class CatalogIndexCache(ICatalogStore catalog)
{
    private Built? _built;

    /// <summary>The index of the snapshot as it is now.</summary>
    public async Task<CatalogIndex> Index(CancellationToken cancellationToken) => await (await Current(cancellationToken)).Index.Value.WaitAsync(cancellationToken);

    /// <summary>The content vectors of the same snapshot.</summary>
    public async Task<CatalogFeatures> Features(CancellationToken cancellationToken) => await (await Current(cancellationToken)).Features.Value.WaitAsync(cancellationToken);

    private async Task<Built> Current(CancellationToken cancellationToken)
    {
        var products = await catalog.List(cancellationToken);
        var built = Volatile.Read(ref _built);
        if (built is not null && ReferenceEquals(built.Products, products))
            return built;
        var fresh = new Built(products);
        var before = Interlocked.CompareExchange(ref _built, fresh, built);
        return ReferenceEquals(before, built) ? fresh : before!;
    }

    private sealed class Built(IReadOnlyList<Product> products)
    {
        public IReadOnlyList<Product> Products => products;

        public Lazy<Task<CatalogIndex>> Index { get; } = new(() => Task.Run(() => new CatalogIndex(products)));

        public Lazy<Task<CatalogFeatures>> Features { get; } = new(() => Task.Run(() => new CatalogFeatures(products)));
    }
}
