using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>Whether a purchased unit is under warranty.</summary>
public static class WarrantyRules
{
    /// <summary>
    /// The term is the product's own, else the shop's default. It starts on the day of delivery, or of purchase where
    /// the shop says so, and lasts through the day with the same number so many months later; where that month is
    /// shorter, through its last day. Days are UTC.
    /// </summary>
    /// <param name="order">The order of the unit.</param>
    /// <param name="item">The unit.</param>
    /// <param name="product">Its product; null when the catalogue no longer has it.</param>
    /// <param name="terms">The shop's terms; null when it has set none.</param>
    /// <param name="now">Today.</param>
    public static Warranty Decide(Order order, OrderItem item, Product? product, WarrantyTerms? terms, DateTimeOffset now)
    {
        var months = product?.WarrantyMonths ?? terms?.DefaultMonths;
        var fromPurchase = terms?.StartsAt == "purchase";
        var start = Day(fromPurchase ? order.PlacedAt : order.DeliveredAt);
        var ends = start is { } first && months is { } length ? Last(first, length) : null;
        var status = WasTakenBack(order, item) ? WarrantyStatus.Ended
            : months is 0 ? WarrantyStatus.None
            : ends is not { } last ? WarrantyStatus.Unknown
            : Day(now) <= last ? WarrantyStatus.Covered
            : WarrantyStatus.Expired;
        return new Warranty
        {
            OrderId = order.Id,
            VariantId = item.VariantId,
            ProductId = item.ProductId,
            Name = item.Name,
            Status = status,
            Months = months,
            TermFrom = product?.WarrantyMonths is not null ? "product" : months is not null ? "shop" : null,
            StartsAt = fromPurchase ? "purchase" : "delivery",
            StartsOn = start,
            EndsOn = ends,
            Covered = terms?.Covered,
            NotCovered = terms?.NotCovered,
        };
    }

    /// <summary>A cancelled order was never a sale, and a unit that was sent back is the shop's again.</summary>
    private static bool WasTakenBack(Order order, OrderItem item) =>
        order.Status == OrderStatus.Cancelled
        || order.Return is { } sent && sent.VariantIds.Count(id => id == item.VariantId) >= order.Items.Count(unit => unit.VariantId == item.VariantId)
        && sent.VariantIds.Contains(item.VariantId);

    private static DateOnly? Day(DateTimeOffset? at) => at is { } moment ? DateOnly.FromDateTime(moment.UtcDateTime) : null;

    private static DateOnly? Last(DateOnly first, int months) =>
        months < 0 || (DateOnly.MaxValue.Year - first.Year) * 12 <= months ? null : first.AddMonths(months);
}

/// <summary>How a unit stands.</summary>
public enum WarrantyStatus
{
    /// <summary>A date or the term is missing.</summary>
    Unknown,
    Covered,
    Expired,

    /// <summary>The product has none.</summary>
    None,

    /// <summary>It was cancelled or sent back.</summary>
    Ended,
}

/// <summary>A unit's warranty, with the facts that it was decided on.</summary>
public sealed record Warranty
{
    public required string OrderId { get; init; }
    public required string VariantId { get; init; }
    public required string ProductId { get; init; }
    public required string Name { get; init; }

    [System.Text.Json.Serialization.JsonConverter(typeof(SnakeCaseEnumConverter<WarrantyStatus>))]
    public required WarrantyStatus Status { get; init; }

    /// <summary>The term in months.</summary>
    public int? Months { get; init; }

    /// <summary>Who set the term: <c>product</c> or <c>shop</c>.</summary>
    public string? TermFrom { get; init; }

    /// <summary>What the term counts from: <c>delivery</c> or <c>purchase</c>.</summary>
    public required string StartsAt { get; init; }
    public DateOnly? StartsOn { get; init; }

    /// <summary>The last day that is covered.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>The clause on what is covered.</summary>
    public string? Covered { get; init; }

    /// <summary>The clause on what is not.</summary>
    public string? NotCovered { get; init; }
}
