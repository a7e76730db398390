using SupportAgents.Audit;
using SupportAgents.Grains.Stores;
using SupportAgents.Identity;
using SupportAgents.Silo.Data;

namespace SupportAgents.Silo.Tests.Data.Audit;

[Collection(StorageTests.Name)]
public sealed class AuditStoreTests(StorageFixture fixture)
{
    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Entries_read_back_as_written_newest_first_in_pages(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        var store = storage.Get<IAuditStore>();
        var entries = Enumerable.Range(1, 7).Select(i => Entry(i, i % 2 == 0 ? "Sam" : "Ada")).ToList();
        await store.Add(entries, default);
        await store.Add([entries[3] with { Status = 500 }], default);

        var first = await store.Read(new AuditQuery { Limit = 4 }, default);
        var second = await store.Read(new AuditQuery { Limit = 4, After = first.Next }, default);

        Assert.Equal(Enumerable.Reverse(entries), first.Items.Concat(second.Items));
        Assert.Null(second.Next);
        Assert.Equal(3, (await store.Read(new AuditQuery { Limit = 10, Actor = "Sam" }, default)).Items.Count);
        Assert.Equal([entries[2]], (await store.Read(new AuditQuery { Limit = 10, CustomerId = "customer-3" }, default)).Items);
    }

    private static AuditEntry Entry(int number, string actor) => new()
    {
        Id = $"a_{number:D4}",
        At = Samples.Noon.AddSeconds(number),
        Actor = actor,
        Role = actor == "Ada" ? Role.Admin : Role.Staff,
        Method = "POST",
        Path = $"/v1/desk/conversations/c_{number}/note",
        CustomerId = $"customer-{number}",
        Status = 200,
        Address = "10.0.0.1",
        TraceId = "0123456789abcdef0123456789abcdef",
        Tool = number == 1 ? "list_orders" : null,
    };
}
