using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Specialists.Recommendations.Ranking;

/// <summary>
/// A generated shop in which each customer has two tastes out of many and buys mostly within them, while everybody also
/// buys best-sellers: what a ranking must find is known.
/// </summary>
internal static class KnownTastes
{
    public static (IReadOnlyList<Product> Products, IReadOnlyDictionary<string, string[]> Baskets) Generate(int seed, int tastes, int perTaste, int customers, bool described)
    {
        var random = new Random(seed);
        // The words of a description tell the taste only where that is wanted; names never do.
        var products = Enumerable.Range(0, tastes * perTaste).Select(number => new Product
        {
            Id = $"g{number}",
            Name = $"Article {number}",
            Description = described ? $"taste{number / perTaste} word{random.Next(200)} word{random.Next(200)}" : $"word{random.Next(200)} word{random.Next(200)}",
            Variants = [new Variant { Id = $"g{number}-1", Options = new Dictionary<string, string>(), Price = new Money(random.Next(500, 20_000)), Available = true }],
        }).ToList();
        var baskets = new Dictionary<string, string[]>();
        for (var customer = 0; customer < customers; customer++)
        {
            int[] own = [random.Next(tastes), random.Next(tastes)];
            var basket = new HashSet<string>();
            var size = random.Next(3, 12);
            for (var tries = 0; basket.Count < size && tries < 100; tries++)
                basket.Add($"g{(random.NextDouble() < 0.75 ? own[random.Next(2)] * perTaste + Skewed(random, perTaste) : Skewed(random, products.Count))}");
            baskets[$"k{customer}"] = [.. basket];
        }
        return (products, baskets);
    }

    /// <summary>Low numbers are picked much oftener: best-sellers.</summary>
    private static int Skewed(Random random, int count) => (int)(count * Math.Pow(random.NextDouble(), 2.5));
}
