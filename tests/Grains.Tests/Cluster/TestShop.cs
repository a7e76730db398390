using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Cluster;

/// <summary>A small shop that conversations can be about.</summary>
public static class TestShop
{
    public static Product Kettle { get; } = Product("p-kettle", "Electric Kettle",
        ("black", "1L", 40), ("black", "2L", 50), ("white", "1L", 42), ("white", "2L", 55), ("red", "1L", 45));

    public static Product Lamp { get; } = new()
    {
        Id = "p-lamp",
        Name = "Desk Lamp",
        Variants =
        [
            Variant("lamp-silver-low", 30, ("color", "silver"), ("brightness", "low")),
            Variant("lamp-silver-high", 36, ("color", "silver"), ("brightness", "high")),
            Variant("lamp-black-low", 31, ("color", "black"), ("brightness", "low")),
            Variant("lamp-black-high", 33, ("color", "black"), ("brightness", "high")) with { Available = false },
        ],
    };

    public static Product Shirt { get; } = new()
    {
        Id = "p-shirt",
        Name = "T-Shirt",
        Variants =
        [
            Variant("shirt-blue-m", 20, ("color", "blue"), ("size", "M")),
            Variant("shirt-blue-l", 20, ("color", "blue"), ("size", "L")),
            Variant("shirt-red-m", 22, ("color", "red"), ("size", "M")),
        ],
    };

    public static Product Mouse { get; } = new() { Id = "p-mouse", Name = "Gaming Mouse", Variants = [Variant("mouse-wired", 60, ("connectivity", "wired")), Variant("mouse-wireless", 80, ("connectivity", "wireless"))] };

    public static PaymentMethod Paypal { get; } = new() { Id = "pay_paypal", Kind = PaymentMethodKind.Paypal };
    public static PaymentMethod Visa { get; } = new() { Id = "pay_visa", Kind = PaymentMethodKind.CreditCard, Brand = "visa", LastFour = "4242" };

    public static PaymentMethod GiftCard(decimal balance) => new() { Id = "pay_gift", Kind = PaymentMethodKind.GiftCard, Balance = Money.FromDecimal(balance) };

    public static Address Home { get; } = new() { Line1 = "1 Main Street", City = "Springfield", State = "IL", Country = "USA", PostalCode = "62701" };

    public static Customer Customer(params PaymentMethod[] methods) => new()
    {
        Id = $"customer-{DeskCluster.Number()}",
        FirstName = "Robin",
        LastName = "Doe",
        Email = "robin@example.com",
        Address = Home,
        PaymentMethods = methods.Length > 0 ? methods : [Paypal],
    };

    /// <summary>An order of these variants, paid with the customer's first method, with an id of its own.</summary>
    public static Order Order(this Customer customer, OrderStatus status, params string[] variants)
    {
        var items = variants.Select(Item).ToList();
        return new Order
        {
            Id = $"#W{DeskCluster.Number()}",
            CustomerId = customer.Id,
            Status = status,
            Address = Home,
            Items = items,
            Fulfillments = status is OrderStatus.Pending or OrderStatus.PendingItemsModified ? null
                : [new Fulfillment { TrackingIds = [$"T{DeskCluster.Number()}"], VariantIds = variants }],
            Payments = [new PaymentEntry { Kind = PaymentEntryKind.Payment, Amount = items.Sum(item => item.Price), PaymentMethodId = customer.PaymentMethods![0].Id }],
        };
    }

    private static OrderItem Item(string variantId)
    {
        var product = new[] { Kettle, Lamp, Shirt, Mouse }.First(product => product.FindVariant(variantId) is not null);
        var variant = product.FindVariant(variantId)!;
        return new OrderItem { VariantId = variantId, ProductId = product.Id, Name = product.Name, Options = variant.Options, Price = variant.Price };
    }

    private static Product Product(string id, string name, params (string Color, string Capacity, decimal Price)[] variants) => new()
    {
        Id = id,
        Name = name,
        Variants = [.. variants.Select(one => Variant($"kettle-{one.Color}-{one.Capacity}".ToLowerInvariant(), one.Price, ("color", one.Color), ("capacity", one.Capacity)))],
    };

    private static Variant Variant(string id, decimal price, params (string Name, string Value)[] options) => new()
    {
        Id = id,
        Options = options.ToDictionary(option => option.Name, option => option.Value),
        Price = Money.FromDecimal(price),
        Available = true,
    };
}
