using System.ComponentModel;

namespace SupportAgents.Grains.Specialists.Recommendations;

/// <summary>Names one product.</summary>
public sealed record ProductArguments
{
    [Description("The exact id of a product; an item's (variant's) id is not accepted")]
    public required string ProductId { get; init; }
}

/// <summary>Names one product or one of its variants.</summary>
public sealed record StockArguments
{
    [Description("The exact id of one variant; give this or product_id")]
    public string? VariantId { get; init; }

    [Description("The exact id of a product, for all its variants; give this or variant_id")]
    public string? ProductId { get; init; }
}

/// <summary>Arguments of <c>find_products</c>.</summary>
public sealed record FindArguments : IPriceRange
{
    [Description("What is looked for, in words: kind of goods, brand, category, properties. Misspelt words are forgiven; empty means everything")]
    public required string Query { get; init; }

    [Description("Highest price, inclusive")]
    public decimal? MaxPrice { get; init; }

    [Description("Lowest price, inclusive")]
    public decimal? MinPrice { get; init; }

    [Description("Options that one variant must have, name to value, such as {\"color\": \"red\", \"size\": \"M\"}; the name 'any' stands for every option")]
    public Dictionary<string, string>? Options { get; init; }

    [Description("Lowest mean rating from 1 to 5; products that nobody rated are left out")]
    public decimal? MinRating { get; init; }

    [Description("'price' for the cheapest first, 'price_down' for the dearest, 'rating' for the best rated; the best fit first when absent")]
    public string? Sort { get; init; }

    [Description("How many products at most, from 1 to 50; 10 when absent")]
    public int? Limit { get; init; }
}

/// <summary>Arguments of <c>recommend_products</c>.</summary>
public sealed record RecommendArguments : IPriceRange
{
    [Description("Restricts to what these words describe; absent means anything")]
    public string? Query { get; init; }

    [Description("Highest price, inclusive")]
    public decimal? MaxPrice { get; init; }

    [Description("Lowest price, inclusive")]
    public decimal? MinPrice { get; init; }

    [Description("Options that the recommended variant must have, name to value")]
    public Dictionary<string, string>? Options { get; init; }

    [Description("A product id: recommend things like it")]
    public string? SimilarTo { get; init; }

    [Description("A product id: recommend things like it that cost less")]
    public string? CheaperThan { get; init; }

    [Description("A product id: recommend things to have besides it")]
    public string? GoesWith { get; init; }

    [Description("True for a gift: the customer's own taste and history then do not count")]
    public bool? Gift { get; init; }

    [Description("Product ids to leave out this time, such as those that were shown already")]
    public string[]? Exclude { get; init; }

    [Description("Words of what to leave out this time, such as 'coffee'")]
    public string? Without { get; init; }

    [Description("How many at most, from 1 to 20; 5 when absent")]
    public int? Limit { get; init; }
}

/// <summary>Arguments with a price range.</summary>
public interface IPriceRange
{
    /// <summary>Highest price, inclusive.</summary>
    decimal? MaxPrice { get; }

    /// <summary>Lowest price, inclusive.</summary>
    decimal? MinPrice { get; }
}
