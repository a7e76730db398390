using SupportAgents.Grains.Specialists.Recommendations.Ranking;
using SupportAgents.Grains.Specialists.Recommendations.Search;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tools;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations;

/// <summary>Reads of the catalogue: the same for every customer.</summary>
public sealed class CatalogTools(ICatalogStore catalog, CatalogIndexCache indexes, RankingState ranking) : IToolset
{
    private const int MostFound = 50;

    /// <inheritdoc/>
    public IEnumerable<Tool> Tools =>
    [
        Tool.Read<NoArguments>("list_product_types", "Everything the shop sells: product names with their ids, and categories.", ListTypes),
        Tool.Read<FindArguments>("find_products", "Searches the catalogue by words, price, options and rating. Gives products with prices, stock and variant ids.", FindProducts),
        Tool.Read<ProductArguments>("get_product_details", "One product with its description and all variants: options, prices, availability.", Details),
        Tool.Read<StockArguments>("check_stock", "Whether a variant, or any variant of a product, can be bought now.", CheckStock),
    ];

    private async Task<ToolResult> ListTypes(ToolContext context, NoArguments none, CancellationToken cancellationToken)
    {
        var products = await catalog.List(cancellationToken);
        var categories = products.Where(product => product.Category is not null).GroupBy(product => product.Category!)
            .Select(group => new CategoryCount(group.Key, group.Count())).OrderByDescending(category => category.Count).ThenBy(category => category.Category, StringComparer.Ordinal).ToList();
        var types = products.OrderBy(product => product.Name, StringComparer.Ordinal).ThenBy(product => product.Id, StringComparer.Ordinal)
            .Take(ProductTypes.Most).Select(product => new ProductType(product.Name, product.Id, product.Category)).ToList();
        var named = categories.Count > 0 ? categories.Select(category => $"{category.Category} ({category.Count})") : types.Select(type => type.Name);
        return ToolResult.Found(new ProductTypes(products.Count, categories, types),
            products.Count == 0 ? "The catalogue is empty." : $"The shop has {products.Count} products: {string.Join(", ", named.Take(60))}.");
    }

    private async Task<ToolResult> FindProducts(ToolContext context, FindArguments arguments, CancellationToken cancellationToken)
    {
        if (ArgumentChecks.Of(arguments, arguments.Query, arguments.Options, arguments.Limit, MostFound) is { } wrong)
            return ToolResult.InvalidArguments("find_products", wrong);
        var index = await indexes.Index(cancellationToken);
        var filter = ArgumentChecks.Filter(arguments, arguments.Options);
        var hits = index.Search(arguments.Query);
        if (arguments.Sort is not (null or "price" or "price_down" or "rating"))
            return ToolResult.InvalidArguments("find_products", "'sort' must be 'price', 'price_down' or 'rating'");
        var fitting = Sorted(hits.Select(hit => Summarise(hit.Product, filter)).Where(summary => summary.MatchingVariants > 0 && IsRated(summary, arguments.MinRating)), arguments.Sort).ToList();
        if (fitting.Count > 0)
        {
            var items = fitting.Take(arguments.Limit ?? 10).ToList();
            return ToolResult.Found(new FoundProducts(fitting.Count, items, []), $"Found {fitting.Count}: {string.Join("; ", items.Select(Describe))}.");
        }
        var nearest = hits.Take(200).Select(hit => Summarise(hit.Product, new VariantFilter())).Where(summary => summary.MatchingVariants > 0)
            .OrderBy(summary => Distance(summary, filter)).Take(3).ToList();
        return ToolResult.Found(new FoundProducts(0, [], nearest), nearest.Count == 0
            ? "Nothing in the catalogue fits these words."
            : $"Nothing fits all of it. Nearest by the words alone: {string.Join("; ", nearest.Select(Describe))}.");
    }

    /// <summary>What cannot be bought now comes last, whatever it costs.</summary>
    private IEnumerable<ProductSummary> Sorted(IEnumerable<ProductSummary> fitting, string? sort) => sort switch
    {
        "price" => fitting.OrderByDescending(summary => summary.Available).ThenBy(summary => summary.PriceFrom),
        "price_down" => fitting.OrderByDescending(summary => summary.Available).ThenByDescending(summary => summary.PriceTo),
        "rating" => fitting.OrderByDescending(summary => summary.Available).ThenByDescending(summary => RatingBound.Of(ranking.Stars(summary.ProductId), (decimal?)summary.Rating)),
        _ => fitting,
    };

    private async Task<ToolResult> Details(ToolContext context, ProductArguments arguments, CancellationToken cancellationToken)
    {
        if (await catalog.Find(arguments.ProductId, cancellationToken) is not { } product)
            return ProductWords.ProductNotFound(arguments.ProductId, await catalog.FindByVariant(arguments.ProductId, cancellationToken));
        var summary = Summarise(product, new VariantFilter());
        return ToolResult.Found(product, $"{Describe(summary)}. {product.Description} Variants: " +
            $"{string.Join("; ", product.Variants.Select(variant => $"{variant.Id} {ProductWords.Options(variant.Options)} {variant.Price}{(variant.Available ? "" : " (out of stock)")}"))}.");
    }

    private async Task<ToolResult> CheckStock(ToolContext context, StockArguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.VariantId is null == arguments.ProductId is null)
            return ToolResult.InvalidArguments("check_stock", "give either 'variant_id' or 'product_id'");
        if (arguments.ProductId is { } productId)
        {
            return await catalog.Find(productId, cancellationToken) is { } whole
                ? ToolResult.Found(new Stock { ProductId = whole.Id, Name = whole.Name, Available = whole.IsAvailable, Variants = whole.Variants },
                    $"{whole.Name}: {whole.Variants.Count(variant => variant.Available)} of {whole.Variants.Count} variants can be bought now.")
                : ProductWords.ProductNotFound(productId, await catalog.FindByVariant(productId, cancellationToken));
        }
        if (await catalog.FindByVariant(arguments.VariantId!, cancellationToken) is not { } product)
            return ProductWords.VariantNotFound(arguments.VariantId!, await catalog.Find(arguments.VariantId!, cancellationToken));
        var variant = product.FindVariant(arguments.VariantId!)!;
        var others = variant.Available ? null : MostLike(product, variant);
        return ToolResult.Found(
            new Stock { ProductId = product.Id, Name = product.Name, Available = variant.Available, Variants = [variant], Alternatives = others },
            $"{product.Name} ({ProductWords.Options(variant.Options)}, {variant.Price}) is {(variant.Available ? "in stock" : "out of stock")}" +
            $"{(variant.Stock is { } units && variant.Available ? $", {units} left" : "")}." +
            (others is { Count: > 0 } ? $" In stock instead: {string.Join("; ", others.Select(other => $"{other.Id} {ProductWords.Options(other.Options)} {other.Price}"))}." : ""));
    }

    private static List<Variant> MostLike(Product product, Variant wanted) =>
        [.. product.Variants.Where(variant => variant.Available)
            .OrderByDescending(variant => variant.Options.Count(option => wanted.Options.GetValueOrDefault(option.Key) == option.Value))
            .ThenBy(variant => (variant.Price - wanted.Price).Magnitude).Take(3)];

    private ProductSummary Summarise(Product product, VariantFilter filter) => ProductSummary.Of(product, filter.Of(product), ranking.Stars(product.Id));

    private static bool IsRated(ProductSummary summary, decimal? least) => least is not { } stars || summary.Rating >= (double)stars;

    /// <summary>How far a product's prices are outside the wanted range.</summary>
    private static long Distance(ProductSummary summary, VariantFilter filter) =>
        Math.Max(0, (summary.PriceFrom - filter.MaxPrice)?.Cents ?? 0) + Math.Max(0, (filter.MinPrice - summary.PriceTo)?.Cents ?? 0);

    private static string Describe(ProductSummary summary) =>
        $"{summary.Name}{(summary.Brand is { } brand && !summary.Name.Contains(brand, StringComparison.OrdinalIgnoreCase) ? $" by {brand}" : "")} (product {summary.ProductId}), " +
        $"{ProductWords.Prices(summary.PriceFrom, summary.PriceTo)}, {(summary.Available ? "in stock" : "out of stock")}" +
        (summary.Rating is { } rating ? FormattableString.Invariant($", rated {rating:0.0}{(summary.Reviews > 0 ? $" from {summary.Reviews} reviews" : "")}") : "");
}
