using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Shop;

/// <summary>The catalogue, held in memory.</summary>
internal sealed class CatalogStore(Database database, IOptions<StorageOptions> options, TimeProvider time) : ICatalogStore, IDisposable
{
    private readonly Snapshot<Catalog> _snapshot = new(
        database, time, TimeSpan.FromMilliseconds(options.Value.SnapshotMilliseconds), Versions.Catalogue, Load);

    public async Task<IReadOnlyList<Product>> List(CancellationToken cancellationToken) =>
        (await _snapshot.Get(cancellationToken)).Products;

    public async Task<Product?> Find(string productId, CancellationToken cancellationToken) =>
        (await _snapshot.Get(cancellationToken)).ById.GetValueOrDefault(productId);

    public async Task<Product?> FindByVariant(string variantId, CancellationToken cancellationToken) =>
        (await _snapshot.Get(cancellationToken)).ByVariant.GetValueOrDefault(variantId);

    public void Dispose() => _snapshot.Dispose();

    private static async Task<Catalog> Load(DbSession session)
    {
        var products = (await ProductTable.Where(session, "1 = 1"))
            .OrderBy(product => product.Name, StringComparer.OrdinalIgnoreCase).ThenBy(product => product.Id, StringComparer.Ordinal).ToArray();
        return new Catalog(
            products,
            products.ToFrozenDictionary(product => product.Id, StringComparer.Ordinal),
            products.SelectMany(product => product.Variants, (product, variant) => (variant.Id, product))
                .ToFrozenDictionary(pair => pair.Id, pair => pair.product, StringComparer.Ordinal));
    }

    private sealed record Catalog(
        IReadOnlyList<Product> Products, FrozenDictionary<string, Product> ById, FrozenDictionary<string, Product> ByVariant);
}
