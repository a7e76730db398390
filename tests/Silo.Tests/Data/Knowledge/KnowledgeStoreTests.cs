using SupportAgents.Grains.Stores;
using SupportAgents.Knowledge;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Tests.Knowledge;

namespace SupportAgents.Silo.Tests.Data.Knowledge;

[Collection(StorageTests.Name)]
public sealed class KnowledgeStoreTests(StorageFixture fixture)
{
    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Changes_tell_what_was_saved_and_removed_since_page_by_page(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        var store = storage.Get<IKnowledgeStore>();
        foreach (var id in (string[])["c", "a", "b"])
            await store.Save(Document(id, $"body of {id}"), default);

        var first = await store.Changes(KnowledgePlace.Beginning, 2, default);
        Assert.Equal(["c", "a"], first.Saved.Select(document => document.Id));
        Assert.Equal(1, first.Left);
        var second = await store.Changes(first.Next, 2, default);
        Assert.Equal(["b"], second.Saved.Select(document => document.Id));
        Assert.Equal(0, second.Left);

        await store.Save(Document("a", "another body"), default);
        Assert.True(await store.Remove("b", default));
        Assert.False(await store.Remove("b", default));
        var third = await store.Changes(second.Next, 10, default);
        Assert.Equal("another body", Assert.Single(third.Saved).Body);
        Assert.Equal(["b"], third.Removed);

        await store.Save(Document("b", "back again"), default);
        var fourth = await store.Changes(third.Next, 10, default);
        Assert.Equal(["b"], fourth.Saved.Select(document => document.Id));
        Assert.Empty(fourth.Removed);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Two_silos_find_what_one_of_them_saved_and_lose_what_it_removed_within_two_seconds(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        await using var one = await IndexingSilo.Start(storage.Settings);
        await using var other = await IndexingSilo.Start(storage.Settings);
        var store = storage.Get<IKnowledgeStore>();

        await store.Save(Document("lamp", "## Care\n\nPolish the gadgetron with wax."), default);
        foreach (var silo in (IndexingSilo[])[one, other])
            Assert.Equal("lamp", Assert.Single(await silo.After(TimeSpan.FromSeconds(2), "gadgetron", found: true)).DocumentId);

        await store.Save(Document("lamp", "## Care\n\nRinse the fizzbinder."), default);
        foreach (var silo in (IndexingSilo[])[one, other])
        {
            Assert.NotEmpty(await silo.After(TimeSpan.FromSeconds(2), "fizzbinder", found: true));
            Assert.Empty(await silo.After(TimeSpan.Zero, "gadgetron", found: false));
        }

        await store.Remove("lamp", default);
        foreach (var silo in (IndexingSilo[])[one, other])
            Assert.Empty(await silo.After(TimeSpan.FromSeconds(2), "fizzbinder", found: false));
    }

    private static KnowledgeDocument Document(string id, string body) => new() { Id = id, Title = id, Kind = KnowledgeKind.Guide, Body = body };
}
