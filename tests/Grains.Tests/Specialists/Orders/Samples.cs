using SupportAgents.Grains.Specialists.Orders;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tests.Fakes;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Specialists.Orders;

/// <summary>A small shop: one customer with three payment methods, two products, one order in any status.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static Address Home { get; } = new() { Line1 = "1 Quay", City = "Kiel", State = "SH", Country = "DE", PostalCode = "24103" };

    public static Customer Ada { get; } = new()
    {
        Id = "ada",
        FirstName = "Ada",
        LastName = "Berg",
        Email = "ada@example.org",
        Address = Home,
        PaymentMethods =
        [
            new() { Id = "card", Kind = PaymentMethodKind.CreditCard, Brand = "visa", LastFour = "1234" },
            new() { Id = "gift", Kind = PaymentMethodKind.GiftCard, Balance = new Money(2_000) },
            new() { Id = "paypal", Kind = PaymentMethodKind.Paypal },
        ],
    };

    public static Customer Ben { get; } = Ada with { Id = "ben", Email = "ben@example.org", PaymentMethods = [new() { Id = "bens", Kind = PaymentMethodKind.Paypal }] };

    public static Product Kettle { get; } = new()
    {
        Id = "kettle",
        Name = "Kettle",
        Variants =
        [
            Variant("k-red", 5_000, true, "red"), Variant("k-blue", 6_000, true, "blue"),
            Variant("k-green", 9_999, true, "green"), Variant("k-gone", 4_000, false, "black"),
        ],
    };

    public static Product Lamp { get; } = new() { Id = "lamp", Name = "Lamp", Variants = [Variant("l-small", 1_000, true, "small"), Variant("l-big", 3_000, true, "big")] };

    /// <summary>Two red kettles and a small lamp, paid in full.</summary>
    public static Order Order(OrderStatus status = OrderStatus.Pending, string paidWith = "card", string id = "#1", string customerId = "ada") => new()
    {
        Id = id,
        CustomerId = customerId,
        Status = status,
        Address = Home,
        Items = [Unit(Kettle, "k-red"), Unit(Kettle, "k-red"), Unit(Lamp, "l-small")],
        Payments = [new() { Kind = PaymentEntryKind.Payment, Amount = new Money(11_000), PaymentMethodId = paidWith }],
        Version = 1,
    };

    public static ProposalFacts Facts(Order? order, ShopPolicies? policies = null, Customer? customer = null) => new()
    {
        Customer = customer ?? Ada,
        Order = order,
        Products = [Kettle, Lamp],
        Policies = policies ?? ShopPolicies.None,
    };

    public static InMemoryShop ShopWith(params Order[] orders) => new InMemoryShop().Add(Ada, Ben).Add(Kettle, Lamp).Add(orders);

    public static OrderItem Unit(Product product, string variantId) => new()
    {
        VariantId = variantId,
        ProductId = product.Id,
        Name = product.Name,
        Options = product.FindVariant(variantId)!.Options,
        Price = product.FindVariant(variantId)!.Price,
    };

    public static ReplaceArguments Replace(string[] old, string[] replacement, string method = "card") =>
        new() { OrderId = "#1", VariantIds = old, NewVariantIds = replacement, PaymentMethodId = method };

    private static Variant Variant(string id, long cents, bool available, string option) =>
        new() { Id = id, Price = new Money(cents), Available = available, Options = new Dictionary<string, string> { ["kind"] = option } };
}
