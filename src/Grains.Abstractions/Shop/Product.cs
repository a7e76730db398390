using System.Text.Json.Serialization;

namespace SupportAgents.Shop;

/// <summary>A product of the catalogue with everything that can be bought of it.</summary>
[GenerateSerializer, Immutable, Alias("product")]
public sealed record Product
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string Name { get; init; }
    [Id(2)] public string? Brand { get; init; }
    [Id(3)] public string? Category { get; init; }
    [Id(4)] public string? Description { get; init; }

    /// <summary>The product's own warranty term in months; null means the shop's default.</summary>
    [Id(5)] public int? WarrantyMonths { get; init; }

    /// <summary>The catalogue's own rating from 1 to 5, if it has one.</summary>
    [Id(6)] public decimal? Rating { get; init; }
    [Id(7)] public required IReadOnlyList<Variant> Variants { get; init; }

    /// <summary>The variant with that exact id, or null.</summary>
    public Variant? FindVariant(string id) => Variants.FirstOrDefault(variant => variant.Id == id);

    /// <summary>True when some variant can be bought now.</summary>
    [JsonIgnore] public bool IsAvailable => Variants.Any(variant => variant.Available);
}

/// <summary>One buyable form of a product: "the red one in size M".</summary>
[GenerateSerializer, Immutable, Alias("variant")]
public sealed record Variant
{
    [Id(0)] public required string Id { get; init; }

    /// <summary>Option name to value, such as <c>color</c> to <c>red</c>; may be empty.</summary>
    [Id(1)] public required IReadOnlyDictionary<string, string> Options { get; init; }
    [Id(2)] public required Money Price { get; init; }

    /// <summary>Whether it can be bought now. This, not <see cref="Stock"/>, decides.</summary>
    [Id(3)] public required bool Available { get; init; }

    /// <summary>Units on the shelf, if the shop counts them.</summary>
    [Id(4)] public int? Stock { get; init; }
}
