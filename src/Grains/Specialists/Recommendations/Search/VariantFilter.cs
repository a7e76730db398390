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
    public IReadOnlyList<Variant> Of(Product product)
    {
        var keys = new WordKeys();
        return [.. product.Variants.Where(variant => Fits(variant, keys)).OrderByDescending(variant => variant.Available).ThenBy(variant => variant.Price)];
    }

    /// <summary>Whether a variant meets it; the keys are shared by the variants of one request.</summary>
    public bool Fits(Variant variant, WordKeys keys) =>
        (!AvailableOnly || variant.Available) &&
        (MinPrice is not { } min || variant.Price >= min) &&
        (MaxPrice is not { } max || variant.Price <= max) &&
        (Options is null || Options.All(wanted => HasOption(variant, wanted.Key, wanted.Value, keys)));

    private static bool HasOption(Variant variant, string name, string value, WordKeys keys)
    {
        var any = string.Equals(name, "any", StringComparison.OrdinalIgnoreCase);
        foreach (var own in variant.Options)
        {
            if ((any || keys.Of(own.Key) == keys.Of(name)) && SameValue(keys.Of(own.Value), keys.Of(value)))
                return true;
        }
        return false;
    }

    private static bool SameValue(string own, string wanted) =>
        own == wanted || (wanted.Length > 2 && !wanted.Contains(' ') && own.Contains(' ') && own.Split(' ').Contains(wanted));
}
