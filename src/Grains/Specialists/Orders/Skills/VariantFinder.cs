using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>What wishes about a replacement came to.</summary>
/// <param name="Found">The variant that is meant; null when that is not clear.</param>
/// <param name="Offers">Available variants to choose from, nearest first.</param>
/// <param name="Fits">True when the offers have all that was wished for.</param>
public sealed record VariantSearch(Variant? Found, IReadOnlyList<Variant> Offers, bool Fits);

/// <summary>The wanted replacement: the same product, available, with the wished options and all others as they are where that is possible.</summary>
public static class VariantFinder
{
    private const int Offered = 8;

    /// <summary>Finds it for one unit.</summary>
    public static VariantSearch Find(Product product, OrderItem unit, UnitPlan plan)
    {
        var available = product.Variants.Where(variant => variant.Available).ToList();
        if (plan.Same && plan.Wishes.Count == 0)
            return available.Find(variant => variant.Id == unit.VariantId) is { } same
                ? new VariantSearch(same, [], Fits: true)
                : new VariantSearch(null, Nearest(available, unit, plan), Fits: false);
        if (plan.Wishes.Count == 0 && plan.Cheapest)
            return new VariantSearch(available.Where(variant => variant.Id != unit.VariantId).MinBy(variant => variant.Price), [], Fits: true);
        if (plan.Wishes.Count == 0)
            return new VariantSearch(null, Nearest([.. available.Where(variant => variant.Id != unit.VariantId)], unit, plan), Fits: true);

        var fitting = available.FindAll(variant => plan.Wishes.All(wish => wish.IsMetBy(variant.Options)));
        if (fitting.Count == 0)
            return new VariantSearch(null, Nearest(available, unit, plan), Fits: false);
        var keeping = fitting.FindAll(variant => variant.Options.All(option => IsKept(option, unit, plan)));
        var found = keeping.Count == 1 ? keeping[0] : plan.Cheapest ? (keeping.Count > 0 ? keeping : fitting).MinBy(variant => variant.Price) : null;
        return new VariantSearch(found, found is null ? Nearest(keeping.Count > 0 ? keeping : fitting, unit, plan) : [], Fits: true);
    }

    private static bool IsKept(KeyValuePair<string, string> option, OrderItem unit, UnitPlan plan) =>
        unit.Options.GetValueOrDefault(option.Key) == option.Value
        || plan.Wishes.Any(wish => wish.Names.Contains(option.Key) && wish.Value == option.Value && !wish.IsMetBy(unit.Options));

    /// <summary>Those that meet most wishes and then keep most of what it is; cheaper ones first among equals.</summary>
    private static IReadOnlyList<Variant> Nearest(List<Variant> variants, OrderItem unit, UnitPlan plan) =>
    [
        .. variants.OrderByDescending(variant => plan.Wishes.Count(wish => wish.IsMetBy(variant.Options)))
            .ThenByDescending(variant => variant.Options.Count(option => unit.Options.GetValueOrDefault(option.Key) == option.Value))
            .ThenBy(variant => variant.Price).ThenBy(variant => variant.Id, StringComparer.Ordinal).Take(Offered),
    ];
}
