using SupportAgents.Conversations;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Data.Shop;

namespace SupportAgents.Silo.Tests.Data;

/// <summary>Records to store.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    public static Address Harbour { get; } = new() { Line1 = "1 Quay", City = "Kiel", State = "SH", Country = "DE", PostalCode = "24103" };

    public static Customer Ada { get; } = new()
    {
        Id = "ada",
        FirstName = "Ada",
        LastName = "Berg",
        Email = "Ada@Example.org",
        Address = Harbour,
        PaymentMethods =
        [
            new() { Id = "z_card", Kind = PaymentMethodKind.CreditCard, Brand = "visa", LastFour = "1234" },
            new() { Id = "a_gift", Kind = PaymentMethodKind.GiftCard, Balance = new Money(2550) },
        ],
        Preferences = new JsonText("""{"z": 1,  "a":[2.50, "ü"]}"""),
        JoinedAt = Noon.AddYears(-1),
    };

    public static Customer Ben { get; } = new() { Id = "ben", FirstName = "Ben", LastName = "Ode", Email = "ben@example.org", PaymentMethods = [] };

    public static Product Kettle { get; } = new()
    {
        Id = "kettle",
        Name = "Kettle",
        Rating = 4.50m,
        WarrantyMonths = 24,
        Variants =
        [
            new() { Id = "kettle-red", Options = new Dictionary<string, string> { ["color"] = "red", ["size"] = "1 l" }, Price = new Money(5400), Available = true, Stock = 3 },
            new() { Id = "kettle-blue", Options = new Dictionary<string, string> { ["color"] = "blue" }, Price = new Money(4999), Available = false },
        ],
    };

    public static Order Order(string id, string customerId = "ada", DateTimeOffset? placedAt = null) => new()
    {
        Id = id,
        CustomerId = customerId,
        Status = OrderStatus.Delivered,
        PlacedAt = placedAt,
        Address = Harbour,
        Items = [Unit("kettle-red"), Unit("kettle-blue"), Unit("kettle-red")],
        Fulfillments = [new() { TrackingIds = ["T2", "T1"], VariantIds = ["kettle-red"], Carrier = "Post", EstimatedDelivery = placedAt?.AddDays(3) }],
        Payments = [new() { Kind = PaymentEntryKind.Payment, Amount = new Money(15799), PaymentMethodId = "z_card" }],
    };

    public static async Task Load(this StorageUnderTest storage, params Order[] orders) =>
        await storage.Get<Database>().Write(null, async session =>
        {
            await CustomerTable.Save(session, [Ada, Ben]);
            await ProductTable.Save(session, [Kettle]);
            await OrderTable.Save(session, orders);
            return true;
        }, default);

    public static ConversationHead Head(string id, string customerId = "ada", DateTimeOffset? at = null) => new()
    {
        Id = id,
        CustomerId = customerId,
        Status = ConversationStatus.Open,
        NextSeq = 1,
        OpenTurns = 0,
        CreatedAt = at ?? Noon,
        UpdatedAt = at ?? Noon,
    };

    public static LogEntry Said(long seq, string text) => new()
    {
        Seq = seq,
        At = Noon.AddSeconds(seq),
        TurnId = $"t{seq}",
        EventNumber = seq * 10,
        Entry = new CustomerSaid { TurnId = $"t{seq}", Message = new CustomerMessage { MessageId = $"m{seq}", Text = text } },
    };

    /// <summary>Equal in every member, order and absence of lists included.</summary>
    public static void AssertSame<T>(T expected, T actual) => Assert.Equal(StoredText.ToJson(expected), StoredText.ToJson(actual));

    private static OrderItem Unit(string variantId)
    {
        var variant = Kettle.FindVariant(variantId)!;
        return new() { VariantId = variantId, ProductId = Kettle.Id, Name = Kettle.Name, Options = variant.Options, Price = variant.Price };
    }
}
