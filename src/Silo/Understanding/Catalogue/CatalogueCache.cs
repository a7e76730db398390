using System.Runtime.CompilerServices;
using SupportAgents.Shop;

namespace SupportAgents.Silo.Understanding.Catalogue;

/// <summary>Keeps the index of each list of products for as long as somebody holds the list.</summary>
internal sealed class CatalogueCache(Func<string, bool> isCommon)
{
    private readonly ConditionalWeakTable<IReadOnlyList<Product>, CatalogueIndex> indexes = [];

    /// <summary>The index of that list; built at its first use.</summary>
    public CatalogueIndex For(IReadOnlyList<Product> products) => products.Count == 0
        ? CatalogueIndex.Empty
        : indexes.GetValue(products, list => new CatalogueIndex(list, isCommon));
}
