using System.Globalization;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations.Skills;

/// <summary>A product as the replies show it: every value in words.</summary>
internal sealed record ProductView
{
    public required string Name { get; init; }
    public string? Category { get; init; }
    public required string Price { get; init; }
    public string? Rating { get; init; }
    public required string Stock { get; init; }

    /// <summary>A product of a search.</summary>
    public static ProductView Of(ProductSummary product) => new()
    {
        Name = product.Name,
        Category = product.Category,
        Price = ProductWords.Prices(product.PriceFrom, product.PriceTo),
        Rating = Stars(product.Rating, product.Reviews),
        Stock = product.Available ? "in stock" : "out of stock",
    };

    /// <summary>A whole product.</summary>
    public static ProductView Of(Product product, ProductSummary summary) => Of(summary) with
    {
        Stock = $"{product.Variants.Count(variant => variant.Available)} of {product.Variants.Count} variants in stock",
    };

    /// <summary>A variant in words: "red, size M, $20.00".</summary>
    public static string Of(Variant variant)
    {
        var options = ProductWords.Options(variant.Options);
        return $"{(options.Length > 0 ? $"{options}: " : "")}{Reasoning.ReplyHelpers.Format(variant.Price)}{(variant.Available ? "" : ", out of stock")}";
    }

    /// <summary>What a product can be had in, by option: "color black or white; size S, M or L".</summary>
    public static string? Choices(Product product)
    {
        var options = product.Variants.SelectMany(variant => variant.Options).GroupBy(option => option.Key, option => option.Value, StringComparer.Ordinal)
            .Select(option => $"{option.Key} {string.Join(", ", option.Distinct(StringComparer.Ordinal))}").ToList();
        return options.Count > 0 ? string.Join("; ", options) : null;
    }

    private static string? Stars(double? rating, int reviews) => rating is not { } value ? null
        : string.Create(CultureInfo.InvariantCulture, $"{value:0.0} of 5") + (reviews > 0 ? $" from {reviews} {(reviews == 1 ? "review" : "reviews")}" : "");
}
