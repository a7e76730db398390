using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Shop;

/// <summary>Feedback and browsing in the database.</summary>
internal sealed class ActivityStore(Database database) : IActivityStore
{
    public Task<IReadOnlyList<ProductFeedback>> Feedback(string productId, CancellationToken cancellationToken) =>
        database.Read(async session => Map(await session.List<FeedbackRow>(
            """
            SELECT * FROM feedback WHERE product_id = @productId
            ORDER BY CASE WHEN at IS NULL THEN 1 ELSE 0 END, at DESC, id
            """, new { productId })), cancellationToken);

    public Task<IReadOnlyList<BrowsingEvent>> Browsing(string customerId, int limit, CancellationToken cancellationToken) =>
        database.Read<IReadOnlyList<BrowsingEvent>>(customerId, async session =>
            [.. (await session.List<BrowsingRow>(
                "SELECT * FROM browsing WHERE customer_id = @customerId ORDER BY at DESC, id LIMIT @limit", new { customerId, limit }))
                .Select(row => row.ToEvent())], cancellationToken);

    private static IReadOnlyList<ProductFeedback> Map(IReadOnlyList<FeedbackRow> rows) => [.. rows.Select(row => row.ToFeedback())];
}
