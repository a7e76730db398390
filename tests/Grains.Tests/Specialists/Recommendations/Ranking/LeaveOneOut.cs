using SupportAgents.Grains.Specialists.Recommendations.Ranking;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Specialists.Recommendations.Ranking;

/// <summary>Hides one product of each customer with three or more, and sees where a ranking of all that they do not own puts it.</summary>
internal static class LeaveOneOut
{
    public sealed record Figures(string Name, int Customers, double HitAt5, double HitAt10)
    {
        public override string ToString() => $"{Name,-12} hit@5 {HitAt5:0.000}  hit@10 {HitAt10:0.000}  ({Customers} customers)";
    }

    public static IReadOnlyList<Figures> Run(IReadOnlyList<Product> catalogue, IReadOnlyDictionary<string, string[]> baskets, int seed, Func<string, bool>? mayHide = null)
    {
        var random = new Random(seed);
        var hidden = baskets.Where(pair => pair.Value.Length >= 3).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (pair.Key, Choices: pair.Value.Where(id => mayHide?.Invoke(id) ?? true).ToArray())).Where(pair => pair.Choices.Length > 0)
            .ToDictionary(pair => pair.Key, pair => pair.Choices[random.Next(pair.Choices.Length)]);
        var index = new PurchaseIndex();
        foreach (var (customer, products) in baskets)
        {
            var known = products.Where(id => id != hidden.GetValueOrDefault(customer)).ToArray();
            index.Apply(new PurchasedOrder { OrderId = customer, CustomerId = customer, Status = OrderStatus.Delivered, ProductIds = known });
        }
        var ranker = new ProductRanker(new CatalogFeatures(catalogue), index, new Dictionary<string, ProductRatings>());
        var popular = catalogue.OrderByDescending(product => index.BuyerCount(product.Id)).ThenBy(product => product.Id, StringComparer.Ordinal).Select(product => product.Id).ToArray();
        int[] ours = [0, 0], popularity = [0, 0], chance = [0, 0];
        foreach (var (customer, product) in hidden)
        {
            var owned = baskets[customer].Where(id => id != product).ToHashSet();
            var ranked = ranker.Rank(new RankingRequest
            {
                CustomerId = customer,
                Bought = [.. owned.Select(id => new Seed(id, 0.8))],
                Excluded = owned,
                Limit = 10,
            });
            Count(ours, [.. ranked.Select(found => found.Product.Id)], product);
            Count(popularity, [.. popular.Where(id => !owned.Contains(id)).Take(10)], product);
            var shuffled = popular.Where(id => !owned.Contains(id)).ToArray();
            random.Shuffle(shuffled);
            Count(chance, shuffled[..Math.Min(10, shuffled.Length)], product);
        }
        return [Of("ranking", ours, hidden.Count), Of("popularity", popularity, hidden.Count), Of("random", chance, hidden.Count)];
    }

    private static void Count(int[] hits, string[] ranked, string product)
    {
        var place = Array.IndexOf(ranked, product);
        hits[0] += place is >= 0 and < 5 ? 1 : 0;
        hits[1] += place >= 0 ? 1 : 0;
    }

    private static Figures Of(string name, int[] hits, int customers) => new(name, customers, (double)hits[0] / customers, (double)hits[1] / customers);
}
