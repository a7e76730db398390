using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Shop;

/// <summary>A row of <c>products</c>.</summary>
internal sealed record ProductRow
{
    public string Id { get; init; } = "";
    public string Name { get; init; } = "";
    public string? Brand { get; init; }
    public string? Category { get; init; }
    public string? Description { get; init; }
    public int? WarrantyMonths { get; init; }
    public decimal? Rating { get; init; }

    public static ProductRow From(Product product) => new()
    {
        Id = product.Id,
        Name = product.Name,
        Brand = product.Brand,
        Category = product.Category,
        Description = product.Description,
        WarrantyMonths = product.WarrantyMonths,
        Rating = product.Rating,
    };

    public Product ToProduct(IEnumerable<VariantRow> variants) => new()
    {
        Id = Id,
        Name = Name,
        Brand = Brand,
        Category = Category,
        Description = Description,
        WarrantyMonths = WarrantyMonths,
        // Dividing by one with many zeros takes the trailing zeros off: 4.50 and 4.5 are one rating.
        Rating = Rating / 1.000000000000000000000000000m,
        Variants = [.. variants.Select(variant => variant.ToVariant())],
    };
}

/// <summary>A row of <c>variants</c>.</summary>
internal sealed record VariantRow
{
    public string Id { get; init; } = "";
    public string ProductId { get; init; } = "";
    public int LineNo { get; init; }
    public string Options { get; init; } = "";
    public long PriceCents { get; init; }
    public bool Available { get; init; }
    public int? Stock { get; init; }

    public static IEnumerable<VariantRow> From(Product product) => product.Variants.Select((variant, index) => new VariantRow
    {
        Id = variant.Id,
        ProductId = product.Id,
        LineNo = index,
        Options = StoredText.ToJson(variant.Options),
        PriceCents = variant.Price.Cents,
        Available = variant.Available,
        Stock = variant.Stock,
    });

    public Variant ToVariant() => new()
    {
        Id = Id,
        Options = StoredText.FromJson<Dictionary<string, string>>(Options),
        Price = new Money(PriceCents),
        Available = Available,
        Stock = Stock,
    };
}
