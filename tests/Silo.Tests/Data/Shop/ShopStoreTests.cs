using SupportAgents.Failures;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;
using SupportAgents.Silo.Data;

namespace SupportAgents.Silo.Tests.Data.Shop;

[Collection(StorageTests.Name)]
public sealed class ShopStoreTests(StorageFixture fixture)
{
    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Customer_reads_back_with_order_of_payment_methods_and_verbatim_preferences(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        await storage.Load();
        var store = storage.Get<ICustomerStore>();

        Samples.AssertSame(Samples.Ada, await store.Find("ada", default));
        Samples.AssertSame(Samples.Ben, await store.Find("ben", default));
        Assert.Equal(Samples.Ada.Preferences, (await store.Find("ada", default))!.Preferences);
        Assert.Equal(["z_card", "a_gift"], (await store.Find("ada", default))!.PaymentMethods!.Select(method => method.Id));
        Assert.Null(await store.Find("Ada", default));
        Assert.True(await store.SavePreferences("ada", new JsonText("{ }"), default));
        Assert.Equal("{ }", (await store.Find("ada", default))!.Preferences!.Json);
        Assert.False(await store.SavePreferences("nobody", JsonText.Empty, default));
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Order_of_somebody_else_is_not_there(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        await storage.Load(Samples.Order("#1"), Samples.Order("#2", "ben"));
        var store = storage.Get<IOrderStore>();

        Assert.Null(await store.Find("ada", "#2", default));
        Assert.Null(await store.Find("ada", "1", default));
        Assert.Equal(["#1"], (await store.List("ada", default)).Select(order => order.Id));
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Order_reads_back_with_absent_and_empty_lists_apart(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        var full = Samples.Order("#1", placedAt: Samples.Noon) with
        {
            Return = new OrderReturn { VariantIds = ["b", "a"], PaymentMethodId = "z_card" },
            Exchange = new OrderExchange { VariantIds = ["a"], NewVariantIds = ["b"], PaymentMethodId = "z_card", PriceDifference = new Money(-101) },
        };
        var empty = new Order { Id = "#2", CustomerId = "ada", Status = OrderStatus.PendingItemsModified, Items = [], Fulfillments = [], Payments = [] };
        var bare = empty with { Id = "#3", Fulfillments = null, Payments = null };
        await storage.Load(full, empty, bare);
        var store = storage.Get<IOrderStore>();

        foreach (var order in new[] { full, empty, bare })
            Samples.AssertSame(order with { Version = 1 }, await store.Find("ada", order.Id, default));
        Assert.Equal(full.Items.Select(item => item.VariantId), (await store.Find("ada", "#1", default))!.Items.Select(item => item.VariantId));
        Assert.Null((await store.Find("ada", "#3", default))!.Payments);
        Assert.NotNull((await store.Find("ada", "#2", default))!.Payments);
        Assert.Equal(1, (await store.Find("ada", "#1", default))!.Version);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Orders_are_listed_newest_first_and_undated_last(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        await storage.Load(Samples.Order("b"), Samples.Order("old", placedAt: Samples.Noon), Samples.Order("a"), Samples.Order("new", placedAt: Samples.Noon.AddDays(1)));

        Assert.Equal(["new", "old", "a", "b"], (await storage.Get<IOrderStore>().List("ada", default)).Select(order => order.Id));
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Catalogue_in_memory_follows_a_change(Dialect dialect)
    {
        var settings = await fixture.Settings(dialect);
        settings["Support:Storage:SnapshotMilliseconds"] = "0";
        await using var storage = new StorageUnderTest(settings);
        await storage.Get<Migrator>().Migrate(default);
        var store = storage.Get<ICatalogStore>();
        Assert.Empty(await store.List(default));

        await storage.Load();

        Samples.AssertSame(Samples.Kettle with { Rating = 4.5m }, Assert.Single(await store.List(default)));
        Assert.Equal("4.5", (await store.Find("kettle", default))!.Rating!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("kettle", (await store.FindByVariant("kettle-blue", default))!.Id);
        Assert.Same(await store.List(default), await store.List(default));
        Assert.Null(await store.FindByVariant("kettle", default));
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Text_that_no_database_takes_is_no_server_failure(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        try
        {
            Assert.Null(await storage.Get<IOrderStore>().Find("ada", "#1\0\ud800", default));
        }
        catch (SupportException failure)
        {
            Assert.Equal(FailureKind.Invalid, failure.Kind);
        }
    }
}
