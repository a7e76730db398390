using System.Text.Json.Serialization;

namespace SupportAgents.Shop;

/// <summary>A customer's order, as it stands.</summary>
[GenerateSerializer, Immutable, Alias("order")]
public sealed record Order
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string CustomerId { get; init; }
    [Id(2)] public required OrderStatus Status { get; init; }
    [Id(3)] public DateTimeOffset? PlacedAt { get; init; }
    [Id(4)] public DateTimeOffset? DeliveredAt { get; init; }
    [Id(5)] public Address? Address { get; init; }

    /// <summary>One element for each unit: two of the same variant are two elements.</summary>
    [Id(6)] public required IReadOnlyList<OrderItem> Items { get; init; }
    [Id(7)] public IReadOnlyList<Fulfillment>? Fulfillments { get; init; }

    /// <summary>Payments and refunds in the order they were made; the first is the original payment.</summary>
    [Id(8)] public IReadOnlyList<PaymentEntry>? Payments { get; init; }
    [Id(9)] public string? CancelReason { get; init; }
    [Id(10)] public OrderReturn? Return { get; init; }
    [Id(11)] public OrderExchange? Exchange { get; init; }

    /// <summary>Counts the changes of this order; a proposal holds only for the version it was computed from.</summary>
    [Id(12), JsonIgnore] public long Version { get; init; }

    /// <summary>The sum of the items' prices.</summary>
    [JsonIgnore] public Money ItemsTotal => Items.Sum(item => item.Price);

    /// <summary>Payments less refunds.</summary>
    [JsonIgnore]
    public Money NetPaid => (Payments ?? []).Sum(entry => entry.Kind == PaymentEntryKind.Payment ? entry.Amount : -entry.Amount);

    /// <summary>All tracking numbers.</summary>
    [JsonIgnore]
    public IEnumerable<string> TrackingIds => (Fulfillments ?? []).SelectMany(fulfillment => fulfillment.TrackingIds);
}

/// <summary>Where an order is in its life.</summary>
[GenerateSerializer, Alias("order-status")]
[JsonConverter(typeof(SnakeCaseEnumConverter<OrderStatus>))]
public enum OrderStatus
{
    Pending,

    /// <summary>Pending, and its items were changed once: no further change and no cancellation.</summary>
    PendingItemsModified,
    Processed,
    Shipped,
    Delivered,
    Cancelled,
    ReturnRequested,
    ExchangeRequested,
}

/// <summary>One unit of an order, with the price that was paid.</summary>
[GenerateSerializer, Immutable, Alias("order-item")]
public sealed record OrderItem
{
    [Id(0)] public required string VariantId { get; init; }
    [Id(1)] public required string ProductId { get; init; }
    [Id(2)] public required string Name { get; init; }
    [Id(3)] public required IReadOnlyDictionary<string, string> Options { get; init; }
    [Id(4)] public required Money Price { get; init; }
}

/// <summary>A shipment of some of an order's items.</summary>
[GenerateSerializer, Immutable, Alias("fulfillment")]
public sealed record Fulfillment
{
    [Id(0)] public required IReadOnlyList<string> TrackingIds { get; init; }
    [Id(1)] public required IReadOnlyList<string> VariantIds { get; init; }
    [Id(2)] public string? Carrier { get; init; }
    [Id(3)] public DateTimeOffset? EstimatedDelivery { get; init; }
}

/// <summary>Money that moved for an order. The amount is never negative; the kind gives the direction.</summary>
[GenerateSerializer, Immutable, Alias("payment-entry")]
public sealed record PaymentEntry
{
    [Id(0)] public required PaymentEntryKind Kind { get; init; }
    [Id(1)] public required Money Amount { get; init; }
    [Id(2)] public required string PaymentMethodId { get; init; }
}

/// <summary>The direction of a payment entry.</summary>
[GenerateSerializer, Alias("payment-entry-kind")]
[JsonConverter(typeof(SnakeCaseEnumConverter<PaymentEntryKind>))]
public enum PaymentEntryKind { Payment, Refund }

/// <summary>A requested return: which units, and where the refund goes.</summary>
[GenerateSerializer, Immutable, Alias("order-return")]
public sealed record OrderReturn
{
    [Id(0)] public required IReadOnlyList<string> VariantIds { get; init; }
    [Id(1)] public required string PaymentMethodId { get; init; }
}

/// <summary>A requested exchange; the difference is positive when the customer owes.</summary>
[GenerateSerializer, Immutable, Alias("order-exchange")]
public sealed record OrderExchange
{
    [Id(0)] public required IReadOnlyList<string> VariantIds { get; init; }
    [Id(1)] public required IReadOnlyList<string> NewVariantIds { get; init; }
    [Id(2)] public required string PaymentMethodId { get; init; }
    [Id(3)] public required Money PriceDifference { get; init; }
}
