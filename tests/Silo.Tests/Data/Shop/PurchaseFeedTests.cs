using SupportAgents.Grains.Stores;
using SupportAgents.Shop;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Data.Shop;

namespace SupportAgents.Silo.Tests.Data.Shop;

[Collection(StorageTests.Name)]
public sealed class PurchaseFeedTests(StorageFixture fixture)
{
    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Feed_gives_everything_in_pages_and_then_what_changed(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        var feed = storage.Get<IPurchaseFeed>();
        await storage.Load([.. Enumerable.Range(1, 5).Select(number => Samples.Order($"#{number}"))]);
        await Age(storage, hours: 2);

        var (first, cursor) = await ReadAll(feed, null, limit: 2);
        Assert.Equal(["#1", "#2", "#3", "#4", "#5"], first.Select(order => order.OrderId));
        Assert.Equal(["kettle", "kettle", "kettle"], first[0].ProductIds);
        Assert.Empty((await feed.Read(cursor, 10, default)).Orders);

        await storage.Load(Samples.Order("#6"), Samples.Order("#2") with { Status = OrderStatus.Cancelled },
            Samples.Order("#3") with { Return = new() { VariantIds = ["kettle-red"], PaymentMethodId = "z_card" } });
        var changed = (await feed.Read(cursor, 10, default)).Orders;

        Assert.Equal(["#2", "#3", "#6"], changed.Select(order => order.OrderId).Order());
        Assert.Equal(OrderStatus.Cancelled, changed.Single(order => order.OrderId == "#2").Status);
        Assert.Equal(2, changed.Single(order => order.OrderId == "#3").ProductIds.Count);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Order_of_a_transaction_that_is_committed_late_is_not_missed(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        var feed = storage.Get<IPurchaseFeed>();
        await storage.Load(Samples.Order("#late"), Samples.Order("#early"));
        await Age(storage, hours: 2, id: "#late");
        var (read, cursor) = await ReadAll(feed, null, limit: 10);
        Assert.Equal(["#late", "#early"], read.Select(order => order.OrderId));

        // As if it had been written half a minute ago, before what was read already.
        await Age(storage, hours: 0.5 / 60, id: "#late");

        Assert.Contains("#late", (await feed.Read(cursor, 10, default)).Orders.Select(order => order.OrderId));
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Ratings_are_read_again_only_when_they_changed(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        var feed = storage.Get<IPurchaseFeed>();
        await Rate(storage, 5);
        await Rate(storage, 3);

        var first = (await feed.Ratings(null, default))!;
        Assert.Equal([0, 0, 1, 0, 1], Assert.Single(first.Products).Stars);
        Assert.Null(await feed.Ratings(first.Version, default));

        await Rate(storage, 1);
        Assert.Equal([1, 0, 1, 0, 1], Assert.Single((await feed.Ratings(first.Version, default))!.Products).Stars);
    }

    private static Task<bool> Rate(StorageUnderTest storage, int stars) => storage.Get<Database>().Write(null, async session =>
    {
        await ActivityTable.Save(session, [new() { ProductId = "kettle", CustomerId = "ben", Rating = stars, Text = "…" }], []);
        return true;
    }, default);

    private static Task<int> Age(StorageUnderTest storage, double hours, string? id = null) => storage.Get<Database>().Write(null, session =>
        session.Execute("UPDATE orders SET changed_at = @At WHERE @id = '' OR id = @id", new { At = TimeProvider.System.GetUtcNow().AddHours(-hours), id = id ?? "" }), default);

    private static async Task<(IReadOnlyList<PurchasedOrder> Orders, string? Cursor)> ReadAll(IPurchaseFeed feed, string? cursor, int limit)
    {
        var orders = new List<PurchasedOrder>();
        PurchasePage page;
        do
        {
            page = await feed.Read(cursor, limit, default);
            orders.AddRange(page.Orders);
            cursor = page.Cursor;
        }
        while (page.Orders.Count == limit);
        return (orders, cursor);
    }
}
