using SupportAgents.Knowledge;
using SupportAgents.Silo.Knowledge;

namespace SupportAgents.Silo.Tests.Knowledge;

public sealed class KnowledgeIndexTests
{
    private static readonly KnowledgeDocument Lantern = Document("lantern", "Ultra lantern user manual", "p1",
        "## Care\n\nWipe it with a dry cloth.\n\n## Power\n\n### Turning it on\n\nPress the switch for two seconds.\n\n### Battery\n\nThe battery holds 5000 mAh.");

    private static readonly KnowledgeDocument Tent = Document("tent", "Breeze tent user manual", "p2",
        "## Setting up\n\nPut the poles through the sleeves.\n\n## Storage\n\nStore it dry. It is waterproof to 3000 mm.");

    private static readonly KnowledgeDocument Returns = Document("returns", "Returns", null, "## How long\n\nYou may return goods within 30 days.", KnowledgeKind.Policy);

    [Theory]
    [InlineData("how do I turn on the lantern?", "lantern", "Power > Turning it on")]
    [InlineData("switching on", "lantern", "Power > Turning it on")]
    [InlineData("batery capacity of the lantern", "lantern", "Power > Battery")]
    [InlineData("5000mah", "lantern", "Power > Battery")]
    [InlineData("how do i assemble my breeze tent", "tent", "Setting up")]
    [InlineData("is the tent water resistant", "tent", "Storage")]
    [InlineData("returning an item", "returns", "How long")]
    [InlineData("RETURNS!!!", "returns", "How long")]
    public async Task A_question_in_other_words_or_spelling_finds_its_section(string question, string document, string section)
    {
        var index = await Indexes.Of([Lantern, Tent, Returns]);
        var best = (await Search(index, question))[0];
        Assert.Equal((document, section), (best.DocumentId, best.Section));
    }

    [Fact]
    public async Task Filters_leave_only_what_passes_them()
    {
        var index = await Indexes.Of([Lantern, Tent, Returns]);
        Assert.All(await Search(index, "dry store return switch", product: "p2"), hit => Assert.Equal("tent", hit.DocumentId));
        Assert.All(await Search(index, "dry store return switch", kind: KnowledgeKind.Policy), hit => Assert.Equal("returns", hit.DocumentId));
        Assert.Empty(await Search(index, "return", product: "p9"));
        Assert.Single(await Search(index, "dry store return switch", limit: 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ?! ")]
    [InlineData("zyxwv qqqqq")]
    [InlineData("'; drop table knowledge; --\0\uFFFF")]
    [InlineData("\"unbalanced AND (NEAR * ^")]
    public async Task Odd_queries_give_no_error(string text) => Assert.NotNull(await Search(await Indexes.Of([Lantern, Tent]), text));

    [Fact]
    public async Task A_letter_of_any_length_is_searched()
    {
        var index = await Indexes.Of([Lantern, Tent]);
        Assert.NotEmpty(await Search(index, string.Concat(Enumerable.Repeat("my tent leaks and I am not happy. ", 5_000))));
    }

    [Fact]
    public async Task Coverage_tells_an_answer_from_a_chance_word()
    {
        var index = await Indexes.Of([Lantern, Tent, Returns]);
        Assert.True((await Search(index, "how do I turn on the lantern?"))[0].Coverage > 0.7);
        var chance = await Search(index, "who won the football match on dry grass yesterday evening?");
        Assert.All(chance, hit => Assert.True(hit.Coverage < 0.4, $"{hit.Coverage}"));
    }

    [Fact]
    public async Task Changes_are_found_after_an_update_and_only_they_are_read_again()
    {
        var store = new MemoryKnowledgeStore();
        var index = Indexes.Empty();
        var updater = Indexes.Updater(index, store);
        await store.Save(Lantern, default);
        await store.Save(Tent, default);
        Assert.True(await updater.Update(default));
        Assert.False(await updater.Update(default));
        var before = index.Current;

        await store.Save(Tent with { Body = "## Setting up\n\nInflate the beams." }, default);
        await store.Remove("lantern", default);
        await store.Save(Returns, default);
        Assert.True(await updater.Update(default));

        Assert.Equal("tent", (await Search(index, "inflate the beams"))[0].DocumentId);
        Assert.Empty(await Search(index, "poles sleeves"));
        Assert.Empty(await Search(index, "lantern switch"));
        Assert.NotEmpty(await Search(index, "return goods"));
        Assert.Equal(2, before.DocumentCount);
    }

    [Fact]
    public async Task Many_small_updates_leave_few_segments_and_lose_nothing()
    {
        var store = new MemoryKnowledgeStore();
        var index = Indexes.Empty();
        var updater = Indexes.Updater(index, store);
        for (var i = 0; i < 120; i++)
        {
            await store.Save(Document($"d{i:D3}", $"Guide {i}", null, $"## About\n\nThe gadget{(char)('a' + (i % 26))} number {i} hums."), default);
            if (i % 3 == 0)
                await store.Save(Document("changing", "Changing", null, $"## About\n\nRevision {i} of this page."), default);
            await updater.Update(default);
        }
        Assert.InRange(index.Current.Segments.Count, 1, 8);
        Assert.Equal(121, index.Current.DocumentCount);
        Assert.Equal("d077", (await Search(index, "number 77 hums"))[0].DocumentId);
        var revision = Assert.Single(await Search(index, "revision"));
        Assert.Contains("Revision 117", revision.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_cannot_be_cut_does_not_hide_the_others()
    {
        var index = await Indexes.Of([Lantern, Tent with { Id = "deep", Body = string.Concat(Enumerable.Repeat("> ", 100_000)) }]);
        Assert.NotEmpty(await Search(index, "lantern switch"));
    }

    private static async Task<IReadOnlyList<KnowledgeHit>> Search(KnowledgeIndex index, string text, string? product = null, KnowledgeKind? kind = null, int limit = 10) =>
        await index.Search(new KnowledgeQuery { Text = text, ProductId = product, Kind = kind, Limit = limit }, CancellationToken.None);

    private static KnowledgeDocument Document(string id, string title, string? product, string body, KnowledgeKind kind = KnowledgeKind.Manual) =>
        new() { Id = id, Title = title, ProductId = product, Kind = kind, Body = body };
}
