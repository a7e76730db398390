using SupportAgents.Grains.Reasoning;
using SupportAgents.Shop;

namespace SupportAgents.Silo.Tests.Understanding;

/// <summary>A small catalogue and one customer's orders, to find slots in.</summary>
internal static class SlotShop
{
    private static readonly Product[] s_products =
    [
        Product("p1", "Electric Kettle", ("color", "red"), ("color", "blue"), ("capacity", "1.5L")),
        Product("p2", "Hiking Boots", ("size", "9"), ("size", "10"), ("material", "leather")),
        Product("p3", "Wireless Earbuds", ("color", "black"), ("color", "white")),
        Product("p4", "Smart Watch", ("band material", "silicone"), ("color", "gold")),
        Product("p5", "Desk Lamp", ("color", "white"), ("power source", "USB")),
        Product("p6", "Office Chair", ("color", "gray"), ("material", "mesh")),
    ];

    /// <summary>What the understanding is told of this customer.</summary>
    public static UnderstandingContext Context { get; } = new()
    {
        Now = UnderstandingFixture.Now,
        Products = s_products,
        Orders = [Order("#W1234567", s_products[0], s_products[1]), Order("#W7654321", s_products[2])],
    };

    private static Product Product(string id, string name, params (string Name, string Value)[] options) => new()
    {
        Id = id,
        Name = name,
        Variants = [.. options.Select((option, at) => new Variant { Id = $"{id}-{at}", Options = new Dictionary<string, string> { [option.Name] = option.Value }, Price = new Money(2_000), Available = true })],
    };

    private static Order Order(string id, params Product[] products) => new()
    {
        Id = id,
        CustomerId = "c1",
        Status = OrderStatus.Delivered,
        Items = [.. products.Select(product => new OrderItem { VariantId = product.Variants[0].Id, ProductId = product.Id, Name = product.Name, Options = product.Variants[0].Options, Price = product.Variants[0].Price })],
    };
}
