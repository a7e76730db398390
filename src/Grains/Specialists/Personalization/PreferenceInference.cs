using SupportAgents.Customers;
using SupportAgents.Grains.Specialists.Recommendations;
using SupportAgents.Grains.Specialists.Recommendations.Ranking;
using SupportAgents.Grains.Specialists.Recommendations.Search;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Personalization;

/// <summary>
/// Learns preferences from what a customer bought and looked at: the option values, categories and brands that they
/// choose again and again. The customer sees each with its evidence, can take it back, and can switch all of it off.
/// </summary>
public static class PreferenceInference
{
    /// <summary>Fewer units show no habit.</summary>
    private const int LeastUnits = 3;

    /// <summary>The share of the units that a value must have.</summary>
    private const double LeastShare = 0.6;

    /// <summary>What the behaviour suggests and the customer allows, surest first; what they stated themselves is left out.</summary>
    public static IReadOnlyList<InferredPreference> Infer(StatedPreferences stated, IReadOnlyList<Order> orders,
        IReadOnlyList<BrowsingEvent> browsing, Func<string, Product?> product, DateTimeOffset now)
    {
        if (!stated.LearnFromBehaviour)
            return [];
        var units = orders.Where(order => order.Status != OrderStatus.Cancelled).SelectMany(Purchases.Kept).ToArray();
        var inferred = Habits(units.SelectMany(unit => unit.Options.Select(option => (option.Key, (string?)option.Value))), "units you bought with a choice of {0}")
            .Concat(Habits(units.Select(unit => ("category", product(unit.ProductId)?.Category)), "items you bought"))
            .Concat(Habits(units.Select(unit => ("brand", product(unit.ProductId)?.Brand)), "items you bought"))
            .Concat(Looks(browsing, product, now));
        return [.. inferred.Where(preference => !Denied(stated, preference))
            .GroupBy(preference => (preference.Name, Words.Key(preference.Value))).Select(group => group.MaxBy(preference => preference.Confidence)!)
            .OrderByDescending(preference => preference.Confidence).Take(12)];
    }

    private static IEnumerable<InferredPreference> Habits(IEnumerable<(string Name, string? Value)> choices, string evidence)
    {
        foreach (var name in choices.Where(choice => !string.IsNullOrWhiteSpace(choice.Value)).GroupBy(choice => choice.Name))
        {
            var total = name.Count();
            var most = name.GroupBy(choice => Words.Key(choice.Value)).MaxBy(group => group.Count())!;
            if (total < LeastUnits || most.Count() < LeastShare * total)
                continue;
            yield return new InferredPreference
            {
                Name = name.Key,
                Value = most.First().Value!,
                Evidence = $"{most.Count()} of the {total} {evidence.Replace("{0}", name.Key, StringComparison.Ordinal)}",
                Confidence = Math.Round(LowerBound(most.Count(), total), 2),
            };
        }
    }

    private static IEnumerable<InferredPreference> Looks(IReadOnlyList<BrowsingEvent> browsing, Func<string, Product?> product, DateTimeOffset now)
    {
        var interest = browsing.Select(seen => (product(seen.ProductId)?.Category, Weight: BrowsingInterest.Weight(seen, now)))
            .Where(seen => seen.Category is not null).ToArray();
        var total = interest.Sum(seen => seen.Weight);
        foreach (var category in interest.GroupBy(seen => seen.Category!))
        {
            var share = category.Sum(seen => seen.Weight) / total;
            if (category.Count() >= LeastUnits && share >= 0.4)
            {
                yield return new InferredPreference
                {
                    Name = "category",
                    Value = category.Key,
                    Evidence = $"{category.Count()} looks at such products lately",
                    Confidence = Math.Round(Math.Min(0.9, share * LowerBound(category.Count(), category.Count())), 2),
                };
            }
        }
    }

    private static bool Denied(StatedPreferences stated, InferredPreference inferred) =>
        stated.NeverInfer.Select(Words.Key).Any(key => key == Words.Key(inferred.Name) || key == Words.Key(inferred.Value)
            || key == Words.Key($"{inferred.Name} {inferred.Value}"))
        || stated.Likes.Any(like => Words.Key(like.Name) == Words.Key(inferred.Name) || Words.Key(like.Value) == Words.Key(inferred.Value))
        || stated.Avoid.Any(phrase => Words.Key(phrase) == Words.Key(inferred.Value));

    /// <summary>Wilson's lower bound of a share at 80 %.</summary>
    private static double LowerBound(int hits, int total)
    {
        const double z = 1.28;
        var share = (double)hits / total;
        return (share + z * z / (2 * total) - z * Math.Sqrt(share * (1 - share) / total + z * z / (4.0 * total * total))) / (1 + z * z / total);
    }
}
