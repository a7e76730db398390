using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Shop;

/// <summary>What belongs to an order, in its place.</summary>
internal abstract record OrderChildRow
{
    public string OrderId { get; init; } = "";
    public int LineNo { get; init; }
}

/// <summary>A row of <c>order_items</c>.</summary>
internal sealed record OrderItemRow : OrderChildRow
{
    public string VariantId { get; init; } = "";
    public string ProductId { get; init; } = "";
    public string Name { get; init; } = "";
    public string Options { get; init; } = "";
    public long PriceCents { get; init; }

    public static OrderItemRow From(Order order, OrderItem item, int line) => new()
    {
        OrderId = order.Id,
        LineNo = line,
        VariantId = item.VariantId,
        ProductId = item.ProductId,
        Name = item.Name,
        Options = StoredText.ToJson(item.Options),
        PriceCents = item.Price.Cents,
    };

    public OrderItem ToItem() => new()
    {
        VariantId = VariantId,
        ProductId = ProductId,
        Name = Name,
        Options = StoredText.FromJson<Dictionary<string, string>>(Options),
        Price = new Money(PriceCents),
    };
}

/// <summary>A row of <c>shipments</c>.</summary>
internal sealed record ShipmentRow : OrderChildRow
{
    public string TrackingIds { get; init; } = "";
    public string VariantIds { get; init; } = "";
    public string? Carrier { get; init; }
    public DateTimeOffset? EstimatedDelivery { get; init; }

    public static ShipmentRow From(Order order, Fulfillment fulfillment, int line) => new()
    {
        OrderId = order.Id,
        LineNo = line,
        TrackingIds = StoredText.ToJson(fulfillment.TrackingIds),
        VariantIds = StoredText.ToJson(fulfillment.VariantIds),
        Carrier = fulfillment.Carrier,
        EstimatedDelivery = fulfillment.EstimatedDelivery,
    };

    public Fulfillment ToFulfillment() => new()
    {
        TrackingIds = StoredText.FromJson<string[]>(TrackingIds),
        VariantIds = StoredText.FromJson<string[]>(VariantIds),
        Carrier = Carrier,
        EstimatedDelivery = EstimatedDelivery,
    };
}

/// <summary>A row of <c>payments</c>.</summary>
internal sealed record PaymentRow : OrderChildRow
{
    public string Kind { get; init; } = "";
    public long AmountCents { get; init; }
    public string PaymentMethodId { get; init; } = "";

    public static PaymentRow From(Order order, PaymentEntry entry, int line) => new()
    {
        OrderId = order.Id,
        LineNo = line,
        Kind = StoredText.Name(entry.Kind),
        AmountCents = entry.Amount.Cents,
        PaymentMethodId = entry.PaymentMethodId,
    };

    public PaymentEntry ToEntry() => new()
    {
        Kind = StoredText.Value<PaymentEntryKind>(Kind),
        Amount = new Money(AmountCents),
        PaymentMethodId = PaymentMethodId,
    };
}
