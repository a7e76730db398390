using SupportAgents.Grains.Specialists.Recommendations;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Silo.Data.Shop;

/// <summary>All customers' purchases, page by page in the order of their ids.</summary>
internal sealed class PurchaseFeed(Database database) : IPurchaseFeed
{
    public Task<PurchasePage> Read(string? cursor, int limit, CancellationToken cancellationToken) =>
        database.Read(async session =>
        {
            var orders = await OrderTable.Where(session, "id IN (SELECT id FROM orders WHERE id > @after ORDER BY id LIMIT @limit)", new { after = cursor ?? "", limit });
            var page = orders.OrderBy(order => order.Id, StringComparer.Ordinal).Select(order => new PurchasedOrder
            {
                OrderId = order.Id,
                CustomerId = order.CustomerId,
                Status = order.Status,
                PlacedAt = order.PlacedAt,
                ProductIds = [.. Purchases.Kept(order).Select(item => item.ProductId)],
            }).ToList();
            return new PurchasePage(page, page.Count > 0 ? page[^1].OrderId : cursor);
        }, cancellationToken);

    public Task<IReadOnlyList<ProductRatings>> Ratings(CancellationToken cancellationToken) =>
        database.Read<IReadOnlyList<ProductRatings>>(async session =>
        {
            var rows = await session.List<RatingRow>(
                "SELECT product_id, rating, count(*) AS reviews FROM feedback WHERE rating BETWEEN 1 AND 5 GROUP BY product_id, rating");
            return [.. rows.GroupBy(row => row.ProductId).Select(product => new ProductRatings(product.Key,
                [.. Enumerable.Range(1, 5).Select(stars => (int)product.Where(row => row.Rating == stars).Sum(row => row.Reviews))]))];
        }, cancellationToken);

    private sealed record RatingRow
    {
        public string ProductId { get; init; } = "";
        public int Rating { get; init; }
        public long Reviews { get; init; }
    }
}
