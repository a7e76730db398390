using SupportAgents.Shop;

namespace SupportAgents.Grains.Stores;

/// <summary>What all customers bought and how they rated it, for the ranking index of each silo. No turn waits for it.</summary>
public interface IPurchaseFeed
{
    /// <summary>
    /// Orders that were placed or changed after the cursor, in the order of their changes; null begins at the first. An
    /// order that changed comes again, whole, and may come more than once. A page shorter than the limit is the last.
    /// </summary>
    Task<PurchasePage> Read(string? cursor, int limit, CancellationToken cancellationToken);

    /// <summary>The star counts of every product that has a rating; null while nothing changed since that version.</summary>
    Task<RatingsSnapshot?> Ratings(long? knownVersion, CancellationToken cancellationToken);
}

/// <summary>Some orders, and where to go on.</summary>
/// <param name="Orders">The orders; empty when there is nothing new.</param>
/// <param name="Cursor">Opaque: pass it to the next read. Null only while nothing was ever read.</param>
public sealed record PurchasePage(IReadOnlyList<PurchasedOrder> Orders, string? Cursor);

/// <summary>One order as the ranking sees it.</summary>
public sealed record PurchasedOrder
{
    public required string OrderId { get; init; }
    public required string CustomerId { get; init; }
    public required OrderStatus Status { get; init; }
    public DateTimeOffset? PlacedAt { get; init; }

    /// <summary>The products of the order without those that are being returned; repeats do not matter.</summary>
    public required IReadOnlyList<string> ProductIds { get; init; }
}

/// <summary>All ratings as of a version.</summary>
public sealed record RatingsSnapshot(long Version, IReadOnlyList<ProductRatings> Products);

/// <summary>How often a product got each number of stars.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Stars">Five counts: one star first.</param>
public sealed record ProductRatings(string ProductId, IReadOnlyList<int> Stars);
