using SupportAgents.Shop;

namespace SupportAgents.Bench.Recommendations;

/// <summary>
/// A shop of any size: categories, brands, options, words, best-sellers, and customers who mostly buy within a few
/// categories. The same seed makes the same shop.
/// </summary>
internal sealed record GeneratedShop
{
    private const int Categories = 250;
    private const int Brands = 800;
    private const int Words = 6_000;
    private const double LinesPerCustomer = 8;
    private static readonly DateTimeOffset Today = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Colours = ["black", "white", "red", "blue", "green", "grey", "beige", "pink"];
    private static readonly string[] Sizes = ["XS", "S", "M", "L", "XL"];

    public required IReadOnlyList<Product> Products { get; init; }
    public required IReadOnlyDictionary<string, IReadOnlyList<Order>> Orders { get; init; }
    public required IReadOnlyDictionary<string, int[]> Stars { get; init; }
    public required int Lines { get; init; }

    public static GeneratedShop Make(int seed, int products, int lines)
    {
        var random = new Random(seed);
        var catalogue = Enumerable.Range(0, products).Select(number => Article(random, number)).ToArray();
        var orders = new Dictionary<string, IReadOnlyList<Order>>(StringComparer.Ordinal);
        var (made, byCategory) = (0, catalogue.Select((product, number) => (product, number)).ToLookup(pair => pair.product.Category, pair => pair.number));
        var shelves = byCategory.Select(shelf => shelf.ToArray()).ToArray();
        while (made < lines)
        {
            var own = Enumerable.Range(0, random.Next(1, 4)).Select(_ => shelves[random.Next(shelves.Length)]).ToArray();
            var id = $"k{orders.Count}";
            var bought = new List<Order>();
            for (var left = (int)Math.Min(lines - made, 1 + -Math.Log(1 - random.NextDouble()) * (LinesPerCustomer - 1)); left > 0;)
            {
                var size = Math.Min(left, random.Next(1, 6));
                bought.Add(Purchase(random, $"{id}-{bought.Count}", id, [.. Enumerable.Range(0, size).Select(_ => catalogue[Pick(random, own, products)])]));
                (left, made) = (left - size, made + size);
            }
            orders[id] = bought;
        }
        var stars = catalogue.Where(_ => random.Next(3) > 0).ToDictionary(product => product.Id, _ => Enumerable.Range(0, 5).Select(star => random.Next(star * 4 + 2)).ToArray(), StringComparer.Ordinal);
        return new GeneratedShop { Products = catalogue, Orders = orders, Stars = stars, Lines = made };
    }

    private static int Pick(Random random, int[][] own, int products)
    {
        if (random.NextDouble() < 0.3)
            return Skewed(random, products);
        var shelf = own[random.Next(own.Length)];
        return shelf[Skewed(random, shelf.Length)];
    }

    /// <summary>Low numbers are picked much oftener: best-sellers.</summary>
    private static int Skewed(Random random, int count) => (int)(count * Math.Pow(random.NextDouble(), 2.5));

    private static Product Article(Random random, int number) => new()
    {
        Id = $"p{number}",
        Name = $"word{Skewed(random, Words)} word{Skewed(random, Words)} {number}",
        Brand = $"brand{Skewed(random, Brands)}",
        Category = $"category{random.Next(Categories)}",
        Description = string.Join(' ', Enumerable.Range(0, 20).Select(_ => $"word{Skewed(random, Words)}")),
        Variants = [.. Enumerable.Range(0, random.Next(1, 7)).Select(variant => new Variant
        {
            Id = $"p{number}-{variant}",
            Options = new Dictionary<string, string> { ["color"] = Colours[random.Next(Colours.Length)], ["size"] = Sizes[random.Next(Sizes.Length)] },
            Price = new Money(random.Next(500, 50_000)),
            Available = random.Next(5) > 0,
        })],
    };

    private static Order Purchase(Random random, string id, string customer, Product[] products) => new()
    {
        Id = id,
        CustomerId = customer,
        Status = OrderStatus.Delivered,
        PlacedAt = Today.AddDays(-random.Next(900)),
        Items = [.. products.Select(product => (product, variant: product.Variants[random.Next(product.Variants.Count)])).Select(pair => new OrderItem
        {
            VariantId = pair.variant.Id,
            ProductId = pair.product.Id,
            Name = pair.product.Name,
            Options = pair.variant.Options,
            Price = pair.variant.Price,
        })],
    };
}
