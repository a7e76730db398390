using SupportAgents.Shop;

namespace SupportAgents.Bench.Understanding;

/// <summary>A catalogue of any size, with names that share their words as real ones do.</summary>
internal static class MadeUpShop
{
    private static readonly string[] s_brands = [.. Enumerable.Range(0, 400).Select(i => $"{(char)('A' + i % 26)}{"aeiou"[i % 5]}{(char)('b' + i % 20)}{"oria,ento,ique,adyn,ulex"[(i % 5 * 5)..(i % 5 * 5 + 4)]}")];
    private static readonly string[] s_kinds = ["Electric", "Compact", "Trail", "Summit", "Urban", "Classic", "Solar", "Smart", "Folding", "Silent", "Wireless", "Heavy Duty", "Lightweight", "Everyday", "Alpine"];
    private static readonly string[] s_things =
        ["Kettle", "Tent", "Backpack", "Lamp", "Chair", "Desk", "Drill", "Jacket", "Boots", "Headphones", "Speaker", "Camera", "Stove", "Bottle", "Helmet", "Gloves", "Watch", "Keyboard", "Mouse", "Monitor", "Blender", "Toaster", "Rug", "Mirror", "Bike Pump", "Sleeping Bag", "Water Filter", "Coffee Maker", "Hair Dryer", "Yoga Mat"];
    private static readonly string[] s_colors = ["red", "blue", "black", "white", "green"];

    /// <summary>So many products, three variants each.</summary>
    public static IReadOnlyList<Product> Products(int count) => [.. Enumerable.Range(0, count).Select(Product)];

    /// <summary>Ten orders of the first products.</summary>
    public static IReadOnlyList<Order> Orders(IReadOnlyList<Product> products) => [.. products.Take(10).Select((product, i) => new Order
    {
        Id = $"#W{1_000_000 + i}",
        CustomerId = "customer",
        Status = OrderStatus.Delivered,
        Items = [new OrderItem { VariantId = product.Variants[0].Id, ProductId = product.Id, Name = product.Name, Options = product.Variants[0].Options, Price = product.Variants[0].Price }],
    })];

    private static Product Product(int i) => new()
    {
        Id = $"p{i}",
        Name = $"{s_kinds[i % s_kinds.Length]} {s_things[i / s_kinds.Length % s_things.Length]} {100 + i / 450}",
        Brand = s_brands[i * 7 % s_brands.Length],
        Variants = [.. Enumerable.Range(0, 3).Select(v => new Variant
        {
            Id = $"p{i}-{v}",
            Options = new Dictionary<string, string> { ["color"] = s_colors[(i + v) % s_colors.Length] },
            Price = new Money(1_000 + i % 500),
            Available = true,
        })],
    };
}
