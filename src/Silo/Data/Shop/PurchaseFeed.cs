using System.Globalization;
using SupportAgents.Grains.Specialists.Recommendations;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Shop;

/// <summary>All customers' purchases, page by page in the order of their changes.</summary>
internal sealed class PurchaseFeed(Database database) : IPurchaseFeed
{
    /// <summary>
    /// A transaction that is committed late brings a change whose time has passed already; so long a time is read again,
    /// and no transaction may last longer.
    /// </summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(60);

    private static readonly Dictionary<string, string> NoOptions = [];

    public Task<PurchasePage> Read(string? cursor, int limit, CancellationToken cancellationToken) =>
        database.Read(async session =>
        {
            var after = Cursor.Parse(cursor);
            const string page = "SELECT id FROM orders WHERE (changed_at, id) > (@At, @Id) ORDER BY changed_at, id LIMIT @limit";
            using var results = await session.Several(
                $"""
                SELECT {session.Now} AS changed_at;
                SELECT id, customer_id, status, placed_at, changed_at FROM orders WHERE id IN ({page}) ORDER BY changed_at, id;
                SELECT order_id, variant_id, product_id FROM order_items WHERE order_id IN ({page}) ORDER BY order_id, line_no;
                SELECT order_id, variant_ids, payment_method_id FROM returns WHERE order_id IN ({page})
                """, new { after.At, after.Id, limit });
            var now = (await results.ReadSingleAsync<ChangedRow>()).ChangedAt;
            var orders = (await results.ReadAsync<ChangedRow>()).ToList();
            var items = (await results.ReadAsync<OrderItemRow>()).ToLookup(row => row.OrderId, StringComparer.Ordinal);
            var returns = (await results.ReadAsync<ReturnRow>()).ToDictionary(row => row.OrderId, StringComparer.Ordinal);
            var last = orders.Count > 0 ? new Cursor(orders[^1].ChangedAt, orders[^1].Id) : after;
            var next = orders.Count < limit && last.At > now - Overlap ? new Cursor(now - Overlap, "") : last;
            return new PurchasePage([.. orders.Select(order => Purchased(order, items[order.Id], returns.GetValueOrDefault(order.Id)))], next.ToString());
        }, cancellationToken);

    public Task<RatingsSnapshot?> Ratings(long? knownVersion, CancellationToken cancellationToken) =>
        database.Read(null, async session =>
        {
            var version = await Versions.Read(session, Versions.Ratings);
            if (version == knownVersion)
                return null;
            var rows = await session.List<RatingRow>(
                "SELECT product_id, rating, count(*) AS reviews FROM feedback WHERE rating BETWEEN 1 AND 5 GROUP BY product_id, rating");
            return new RatingsSnapshot(version, [.. rows.GroupBy(row => row.ProductId).Select(product => new ProductRatings(product.Key,
                [.. Enumerable.Range(1, 5).Select(stars => (int)product.Where(row => row.Rating == stars).Sum(row => row.Reviews))]))]);
        }, cancellationToken);

    private static PurchasedOrder Purchased(ChangedRow row, IEnumerable<OrderItemRow> items, ReturnRow? returned)
    {
        var order = new Order
        {
            Id = row.Id,
            CustomerId = row.CustomerId,
            Status = StoredText.Value<OrderStatus>(row.Status),
            Items = [.. items.Select(item => new OrderItem { VariantId = item.VariantId, ProductId = item.ProductId, Name = "", Options = NoOptions, Price = default })],
            Return = returned?.ToReturn(),
        };
        return new PurchasedOrder
        {
            OrderId = order.Id,
            CustomerId = order.CustomerId,
            Status = order.Status,
            PlacedAt = row.PlacedAt,
            ProductIds = [.. Purchases.Kept(order).Select(item => item.ProductId)],
        };
    }

    /// <summary>A place in the order of changes.</summary>
    private readonly record struct Cursor(DateTimeOffset At, string Id)
    {
        public static Cursor Parse(string? text) => text?.Split('|', 2) is [var ticks, var id]
            ? new Cursor(new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero), id)
            : new Cursor(DateTimeOffset.UnixEpoch.AddDays(-1), "");

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}|{Id}");
    }

    private sealed record ChangedRow
    {
        public string Id { get; init; } = "";
        public string CustomerId { get; init; } = "";
        public string Status { get; init; } = "";
        public DateTimeOffset? PlacedAt { get; init; }
        public DateTimeOffset ChangedAt { get; init; }
    }

    private sealed record RatingRow
    {
        public string ProductId { get; init; } = "";
        public int Rating { get; init; }
        public long Reviews { get; init; }
    }
}
