using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Shop;

/// <summary>A row of <c>orders</c>.</summary>
internal sealed record OrderRow : AddressColumns
{
    public string Id { get; init; } = "";
    public string CustomerId { get; init; } = "";
    public string Status { get; init; } = "";
    public DateTimeOffset? PlacedAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; init; }
    public bool HasShipments { get; init; }
    public bool HasPayments { get; init; }
    public string? CancelReason { get; init; }
    public long Version { get; init; }

    public static OrderRow From(Order order) => new()
    {
        Id = order.Id,
        CustomerId = order.CustomerId,
        Status = StoredText.Name(order.Status),
        PlacedAt = order.PlacedAt,
        DeliveredAt = order.DeliveredAt,
        AddressLine1 = order.Address?.Line1,
        AddressLine2 = order.Address?.Line2,
        AddressCity = order.Address?.City,
        AddressState = order.Address?.State,
        AddressCountry = order.Address?.Country,
        AddressPostalCode = order.Address?.PostalCode,
        HasShipments = order.Fulfillments is not null,
        HasPayments = order.Payments is not null,
        CancelReason = order.CancelReason,
    };

    public Order ToOrder(IEnumerable<OrderItemRow> items, IEnumerable<ShipmentRow> shipments, IEnumerable<PaymentRow> payments,
        ReturnRow? returned, ExchangeRow? exchanged) => new()
        {
            Id = Id,
            CustomerId = CustomerId,
            Status = StoredText.Value<OrderStatus>(Status),
            PlacedAt = PlacedAt,
            DeliveredAt = DeliveredAt,
            Address = ToAddress(),
            Items = [.. items.Select(item => item.ToItem())],
            Fulfillments = HasShipments ? [.. shipments.Select(shipment => shipment.ToFulfillment())] : null,
            Payments = HasPayments ? [.. payments.Select(payment => payment.ToEntry())] : null,
            CancelReason = CancelReason,
            Return = returned?.ToReturn(),
            Exchange = exchanged?.ToExchange(),
            Version = Version,
        };
}
