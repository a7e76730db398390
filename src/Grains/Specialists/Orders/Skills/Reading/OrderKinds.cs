using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills.Reading;

/// <summary>Orders of one kind, as customers call them.</summary>
/// <param name="Word">The adjective before "orders", with a space after it.</param>
/// <param name="Statuses">The statuses that are meant.</param>
public sealed record OrderKind(string Word, IReadOnlyList<OrderStatus> Statuses);

/// <summary>Finds in a text which kind of orders is meant.</summary>
public static class OrderKinds
{
    private static readonly (string[] Phrase, OrderKind Kind)[] s_kinds =
    [
        (["pending"], new("pending ", [OrderStatus.Pending, OrderStatus.PendingItemsModified])),
        (["open"], new("open ", [OrderStatus.Pending, OrderStatus.PendingItemsModified, OrderStatus.Processed, OrderStatus.Shipped])),
        (["on", "their", "way"], new("shipped ", [OrderStatus.Shipped])),
        (["on", "it", "way"], new("shipped ", [OrderStatus.Shipped])),
        (["on", "the", "way"], new("shipped ", [OrderStatus.Shipped])),
        (["in", "transit"], new("shipped ", [OrderStatus.Shipped])),
        (["shipped"], new("shipped ", [OrderStatus.Shipped])),
        (["processed"], new("processed ", [OrderStatus.Processed])),
        (["delivered"], new("delivered ", [OrderStatus.Delivered])),
        (["cancelled"], new("cancelled ", [OrderStatus.Cancelled])),
        (["canceled"], new("cancelled ", [OrderStatus.Cancelled])),
        (["returned"], new("returned ", [OrderStatus.ReturnRequested])),
    ];

    /// <summary>The kind that the words name; null when they name none.</summary>
    public static OrderKind? Read(IReadOnlyList<string> words) => s_kinds.FirstOrDefault(one => Token.Find(words, one.Phrase) >= 0).Kind;
}
