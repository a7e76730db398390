using SupportAgents.Grains.Specialists.Recommendations.Ranking;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations;

/// <summary>A product as a list shows it.</summary>
public sealed record ProductSummary
{
    public required string ProductId { get; init; }
    public required string Name { get; init; }
    public string? Brand { get; init; }
    public string? Category { get; init; }

    /// <summary>The lowest and the highest price of the variants that fit; null where there is no variant.</summary>
    public Money? PriceFrom { get; init; }
    public Money? PriceTo { get; init; }

    /// <summary>Whether a variant that fits can be bought now.</summary>
    public required bool Available { get; init; }

    /// <summary>The mean of the reviews, else the catalogue's rating.</summary>
    public double? Rating { get; init; }
    public required int Reviews { get; init; }

    /// <summary>How many variants fit, and the first of them: those in stock first, then by price.</summary>
    public required int MatchingVariants { get; init; }
    public required IReadOnlyList<Variant> Variants { get; init; }

    /// <summary>The summary with the variants that fit.</summary>
    public static ProductSummary Of(Product product, IReadOnlyList<Variant> fitting, IReadOnlyList<int>? stars)
    {
        var (mean, reviews) = RatingBound.Mean(stars);
        return new ProductSummary
        {
            ProductId = product.Id,
            Name = product.Name,
            Brand = product.Brand,
            Category = product.Category,
            PriceFrom = fitting.Count > 0 ? fitting.Min(variant => variant.Price) : null,
            PriceTo = fitting.Count > 0 ? fitting.Max(variant => variant.Price) : null,
            Available = fitting.Any(variant => variant.Available),
            Rating = mean is { } value ? Math.Round(value, 2) : (double?)product.Rating,
            Reviews = reviews,
            MatchingVariants = fitting.Count,
            Variants = [.. fitting.Take(5)],
        };
    }
}

/// <summary>What a search found.</summary>
/// <param name="Count">How many products fit in all.</param>
/// <param name="Items">The best of them.</param>
/// <param name="Nearest">When nothing fits: what fits the words but not the price, the options or the rating.</param>
public sealed record FoundProducts(int Count, IReadOnlyList<ProductSummary> Items, IReadOnlyList<ProductSummary> Nearest);

/// <summary>What the shop sells.</summary>
/// <param name="Count">How many products there are.</param>
/// <param name="Categories">Categories with the number of their products; empty where the shop uses none.</param>
/// <param name="Items">The products by name, at most <see cref="Most"/>.</param>
public sealed record ProductTypes(int Count, IReadOnlyList<CategoryCount> Categories, IReadOnlyList<ProductType> Items)
{
    /// <summary>More products are not listed one by one.</summary>
    public const int Most = 500;
}

/// <summary>A category and the number of its products.</summary>
public sealed record CategoryCount(string Category, int Count);

/// <summary>A kind of product: its name and id.</summary>
public sealed record ProductType(string Name, string ProductId, string? Category);

/// <summary>What of a product can be bought now.</summary>
public sealed record Stock
{
    public required string ProductId { get; init; }
    public required string Name { get; init; }

    /// <summary>Whether the variant asked for, or any of the product's, can be bought now.</summary>
    public required bool Available { get; init; }
    public required IReadOnlyList<Variant> Variants { get; init; }

    /// <summary>When the variant asked for is out of stock: the product's variants most like it that are not.</summary>
    public IReadOnlyList<Variant>? Alternatives { get; init; }
}
