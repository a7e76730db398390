using System.Buffers;

namespace SupportAgents.Grains.Specialists.Recommendations.Ranking;

/// <summary>
/// Item-to-item: products that the buyers of these products also bought. The likeness of a product with b buyers to a
/// seed with a buyers, of whom c bought both, is c / (a^0.65 · b^0.35), a cosine that leans towards what more people
/// buy; times c / (c + <see cref="Shrinkage"/>), which keeps one shared buyer from counting as proof. A buyer of very
/// many things says little about each, so they count 1 / log₂(1 + things). Pairs are counted when asked for, over at
/// most <see cref="NewestBuyers"/> buyers of each product, so that there is no matrix to keep up to date.
/// </summary>
public static class CoPurchase
{
    /// <summary>Shared buyers at which a likeness counts half.</summary>
    public const float Shrinkage = 5;

    /// <summary>Of a product with more buyers, only the newest are looked at and the count is scaled up.</summary>
    public const int NewestBuyers = 300;

    private const float SeedPower = 0.65f;

    /// <summary>Of more products, only the first are used.</summary>
    public const int MostSeeds = 30;

    /// <summary>Powers of small counts of buyers, which are most of them.</summary>
    private static readonly float[] _norms = [.. Enumerable.Range(0, 1024).Select(buyers => MathF.Pow(Math.Max(1, buyers), 1 - SeedPower))];

    /// <summary>
    /// For each product that shares a buyer with a seed, how strongly it is bought along: 1 − Π(1 − weight × likeness).
    /// </summary>
    /// <param name="index">Who bought what.</param>
    /// <param name="seeds">Products with their weights from 0 to 1, the most telling first.</param>
    /// <param name="customerId">The customer who is served: their own basket is no evidence.</param>
    /// <param name="along">Filled with what was found, by the products' numbers in the index; products beyond it are left out.</param>
    public static void Score(PurchaseIndex index, IReadOnlyList<Seed> seeds, string? customerId, Span<BoughtAlong> along)
    {
        along.Clear();
        var self = customerId is null ? -1 : index.CustomerNumberOf(customerId) ?? -1;
        var counts = ArrayPool<Counts>.Shared.Rent(Math.Max(1, along.Length));
        counts.AsSpan().Clear();
        var touched = new List<int>();
        for (var seed = 0; seed < Math.Min(MostSeeds, seeds.Count); seed++)
        {
            if (index.NumberOf(seeds[seed].ProductId) is not { } product)
                continue;
            Count(index, product, self, counts.AsSpan(0, along.Length), touched);
            var buyers = index.BuyerCount(product);
            var scale = (float)buyers / Math.Max(1, Math.Min(NewestBuyers, buyers)) / MathF.Pow(buyers, SeedPower);
            foreach (var other in touched)
            {
                Add(seed, (float)seeds[seed].Weight, counts[other], scale, Norm(index.BuyerCount(other)), ref along[other]);
                counts[other] = default;
            }
            touched.Clear();
        }
        ArrayPool<Counts>.Shared.Return(counts);
    }

    private static void Count(PurchaseIndex index, int product, int self, Span<Counts> counts, List<int> touched)
    {
        foreach (var buyer in index.Buyers(product, NewestBuyers))
        {
            if (buyer == self)
                continue;
            var basket = index.Basket(buyer);
            var weight = 1 / MathF.Log2(1 + Math.Max(1, basket.Length));
            foreach (var purchase in basket)
            {
                if (purchase.Product == product || purchase.Product >= counts.Length)
                    continue;
                ref var count = ref counts[purchase.Product];
                // Bought twice by one buyer counts once; customer 0 is told apart from none.
                if (count.LastBuyer == buyer + 1)
                    continue;
                count.LastBuyer = buyer + 1;
                if (count.Customers++ == 0)
                    touched.Add(purchase.Product);
                count.Weight += weight;
            }
        }
    }

    private static void Add(int seed, float weight, Counts count, float scale, float norm, ref BoughtAlong along)
    {
        var likeness = Math.Min(1, count.Weight * scale / norm) * count.Customers / (count.Customers + Shrinkage);
        var strength = 1 - (1 - along.Strength) * (1 - weight * likeness);
        along = likeness > along.Likeness ? new BoughtAlong(strength, seed, count.Customers, likeness) : along with { Strength = strength };
    }

    private static float Norm(int buyers) => buyers < _norms.Length ? _norms[buyers] : MathF.Pow(buyers, 1 - SeedPower);

    private struct Counts
    {
        public int LastBuyer;
        public int Customers;
        public float Weight;
    }
}

/// <summary>A product that others are measured against.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Weight">From 0 to 1: how much it says about what is wanted now.</param>
public readonly record struct Seed(string ProductId, double Weight);

/// <summary>How strongly a product is bought along with the seeds; all 0 when it is not.</summary>
/// <param name="Strength">From 0 to 1, all seeds together.</param>
/// <param name="Seed">The place of the seed that it goes with most.</param>
/// <param name="Customers">Customers who bought both, among those that were looked at; the customer themselves left out.</param>
/// <param name="Likeness">The likeness to that one seed.</param>
public readonly record struct BoughtAlong(float Strength, int Seed, int Customers, float Likeness);
