using System.Buffers;
using System.Runtime.InteropServices;

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
    public const double Shrinkage = 5;

    /// <summary>Of a product with more buyers, only the newest are looked at and the count is scaled up.</summary>
    public const int NewestBuyers = 300;

    private const float SeedPower = 0.65f;

    /// <summary>Of more products, only the first are used.</summary>
    public const int MostSeeds = 30;

    /// <summary>
    /// For each product that shares a buyer with a seed, how strongly it is bought along: 1 − Π(1 − weight × likeness).
    /// </summary>
    /// <param name="index">Who bought what.</param>
    /// <param name="seeds">Products with their weights from 0 to 1, the most telling first.</param>
    /// <param name="customerId">The customer who is served: their own basket is no evidence.</param>
    public static IReadOnlyDictionary<string, BoughtAlong> Score(PurchaseIndex index, IReadOnlyList<Seed> seeds, string? customerId)
    {
        var self = customerId is null ? -1 : index.CustomerNumberOf(customerId) ?? -1;
        var found = new Dictionary<int, BoughtAlong>();
        var counts = ArrayPool<Counts>.Shared.Rent(Math.Max(1, index.ProductCount));
        counts.AsSpan().Clear();
        var touched = new List<int>();
        foreach (var seed in seeds.Take(MostSeeds))
        {
            if (index.NumberOf(seed.ProductId) is not { } product)
                continue;
            Count(index, product, self, counts, touched);
            var buyers = index.BuyerCount(product);
            var scale = (float)buyers / Math.Max(1, Math.Min(NewestBuyers, buyers)) / MathF.Pow(buyers, SeedPower);
            foreach (var other in touched)
            {
                Add(index, seed, other, counts[other], scale, found);
                counts[other] = default;
            }
            touched.Clear();
        }
        ArrayPool<Counts>.Shared.Return(counts);
        return found.ToDictionary(pair => index.IdOf(pair.Key), pair => pair.Value, StringComparer.Ordinal);
    }

    private static void Count(PurchaseIndex index, int product, int self, Counts[] counts, List<int> touched)
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

    private static void Add(PurchaseIndex index, Seed seed, int other, Counts count, float scale, Dictionary<int, BoughtAlong> found)
    {
        var norm = MathF.Pow(Math.Max(1, index.BuyerCount(other)), 1 - SeedPower);
        var likeness = Math.Min(1, count.Weight * scale / norm) * count.Customers / (count.Customers + Shrinkage);
        var part = seed.Weight * likeness;
        ref var sofar = ref CollectionsMarshal.GetValueRefOrAddDefault(found, other, out var exists);
        var strength = exists ? 1 - (1 - sofar.Strength) * (1 - part) : part;
        sofar = !exists || likeness > sofar.Likeness ? new BoughtAlong(strength, seed.ProductId, count.Customers, likeness) : sofar with { Strength = strength };
    }

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

/// <summary>How strongly a product is bought along with the seeds.</summary>
/// <param name="Strength">From 0 to 1, all seeds together.</param>
/// <param name="BecauseOf">The seed that it goes with most.</param>
/// <param name="Customers">Customers who bought both, among those that were looked at; the customer themselves left out.</param>
/// <param name="Likeness">The likeness to that one seed.</param>
public readonly record struct BoughtAlong(double Strength, string BecauseOf, int Customers, double Likeness);
