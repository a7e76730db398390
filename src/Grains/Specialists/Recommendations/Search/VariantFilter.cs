using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations.Search;

/// <summary>What a variant must be. One and the same variant must meet all of it.</summary>
public sealed record VariantFilter
{
    /// <summary>Lowest price, inclusive.</summary>
    public Money? MinPrice { get; init; }

    /// <summary>Highest price, inclusive.</summary>
    public Money? MaxPrice { get; init; }

    /// <summary>Option name to value; the name <c>any</c> stands for every option. Case and plural endings do not matter.</summary>
    public IReadOnlyDictionary<string, string>? Options { get; init; }

    /// <summary>Leaves out what cannot be bought now.</summary>
    public bool AvailableOnly { get; init; }

    /// <summary>The product's variants that meet it: what can be bought first, then by price.</summary>
    public IReadOnlyList<Variant> Of(Product product) =>
        [.. product.Variants.Where(Fits).OrderByDescending(variant => variant.Available).ThenBy(variant => variant.Price)];

    /// <summary>Whether a variant meets it.</summary>
    public bool Fits(Variant variant) =>
        (!AvailableOnly || variant.Available) &&
        (MinPrice is not { } min || variant.Price >= min) &&
        (MaxPrice is not { } max || variant.Price <= max) &&
        (Options is null || Options.All(wanted => HasOption(variant, wanted.Key, wanted.Value)));

    private static bool HasOption(Variant variant, string name, string value) =>
        string.Equals(name, "any", StringComparison.OrdinalIgnoreCase)
            ? variant.Options.Values.Any(own => SameValue(own, value))
            : variant.Options.Any(own => Words.Key(own.Key) == Words.Key(name) && SameValue(own.Value, value));

    private static bool SameValue(string own, string wanted)
    {
        var (left, right) = (Words.Key(own), Words.Key(wanted));
        return left == right || (right.Length > 2 && !right.Contains(' ') && left.Split(' ').Contains(right));
    }
}
