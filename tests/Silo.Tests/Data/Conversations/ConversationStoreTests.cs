using System.Diagnostics;
using SupportAgents.Conversations;
using SupportAgents.Failures;
using SupportAgents.Grains.Stores;
using SupportAgents.Silo.Data;
using Xunit.Abstractions;

namespace SupportAgents.Silo.Tests.Data.Conversations;

[Collection(StorageTests.Name)]
public sealed class ConversationStoreTests(StorageFixture fixture, ITestOutputHelper output)
{
    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Append_of_entries_reads_back_as_written(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        var store = storage.Get<IConversationStore>();
        var head = Samples.Head("c1") with { NextSeq = 3, OpenTurns = 2, Title = "nul\0l", UpdatedAt = Samples.Noon.AddMinutes(1) };

        Assert.True(await store.Create(Samples.Head("c1"), default));
        Assert.False(await store.Create(Samples.Head("c1"), default));
        Assert.True(await store.Append(1, [Samples.Said(1, "hi \0 \u2603 \"q\""), Samples.Said(2, "")], head, default));

        Assert.Equal(head with { Title = "nul\uFFFDl" }, await store.Find("c1", default));
        var entries = await store.Read("c1", 0, 10, default);
        Assert.Equal([Samples.Said(1, "hi \0 \u2603 \"q\""), Samples.Said(2, "")], entries);
        Assert.Equal([2L], (await store.Read("c1", 1, 10, default)).Select(entry => entry.Seq));
        Assert.Equal([1L], (await store.Read("c1", 0, 1, default)).Select(entry => entry.Seq));
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Append_without_entries_replaces_the_head(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        var store = storage.Get<IConversationStore>();
        await store.Create(Samples.Head("c1"), default);

        Assert.True(await store.Append(1, [], Samples.Head("c1") with { Status = ConversationStatus.Closed }, default));
        Assert.Equal(ConversationStatus.Closed, (await store.Find("c1", default))!.Status);
        Assert.False(await store.Append(2, [], Samples.Head("c1") with { NextSeq = 2 }, default));
        Assert.Null(await store.Find("c2", default));
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Append_by_two_activations_lets_exactly_one_win(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        var store = storage.Get<IConversationStore>();
        await store.Create(Samples.Head("c1"), default);

        for (var seq = 1L; seq <= 20; seq++)
        {
            var won = await Task.WhenAll(Enumerable.Range(0, 4).Select(writer =>
                store.Append(seq, [Samples.Said(seq, $"writer {writer}")], Samples.Head("c1") with { NextSeq = seq + 1 }, default)));
            Assert.Single(won, true);
        }

        Assert.Equal(Enumerable.Range(1, 20).Select(seq => (long)seq), (await store.Read("c1", 0, 100, default)).Select(entry => entry.Seq));
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Append_to_a_hundred_conversations_at_once_fails_none(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        var store = storage.Get<IConversationStore>();
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(async number =>
        {
            await store.Create(Samples.Head($"c{number}"), default);
            for (var seq = 1; seq <= 10; seq++)
                Assert.True(await store.Append(seq, [Samples.Said(seq, "x")], Samples.Head($"c{number}") with { NextSeq = seq + 1 }, default));
        }));

        output.WriteLine($"{dialect}: 1,000 appends to 100 conversations in {watch.ElapsedMilliseconds} ms");
        Assert.Equal(10, (await store.Read("c99", 0, 100, default)).Count);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task List_gives_only_the_customers_own_in_pages_latest_first(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        var store = storage.Get<IConversationStore>();
        for (var number = 0; number < 7; number++)
            await store.Create(Samples.Head($"c{number}", at: Samples.Noon.AddMinutes(number / 2)), default);
        await store.Create(Samples.Head("foreign", "ben"), default);

        var pages = new List<string[]>();
        string? cursor = null;
        do
        {
            var page = await store.List("ada", cursor, 3, default);
            pages.Add([.. page.Items.Select(item => item.ConversationId)]);
            cursor = page.Next;
        } while (cursor is not null);

        Assert.Equal([["c6", "c5", "c4"], ["c3", "c2", "c1"], ["c0"]], pages);
        var failure = await Assert.ThrowsAsync<SupportException>(() => store.List("ada", "nonsense", 3, default));
        Assert.Equal(FailureKind.Invalid, failure.Kind);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Queue_and_unanswered_hold_what_waits_longest_first(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        var store = storage.Get<IConversationStore>();
        await store.Create(Samples.Head("idle"), default);
        await store.Create(Samples.Head("late") with { OpenTurns = 1, UpdatedAt = Samples.Noon.AddMinutes(9) }, default);
        await store.Create(Samples.Head("lost") with { OpenTurns = 2, UpdatedAt = Samples.Noon.AddMinutes(1) }, default);
        await store.Create(Samples.Head("b") with { Status = ConversationStatus.WithPerson, WaitingSince = Samples.Noon.AddMinutes(2), AssignedTo = "Kim" }, default);
        await store.Create(Samples.Head("a") with { Status = ConversationStatus.WaitingForPerson, WaitingSince = Samples.Noon, HandOffReason = "angry" }, default);

        Assert.Equal(["lost"], await store.FindUnanswered(Samples.Noon.AddMinutes(5), 10, default));
        Assert.Equal(["lost"], await store.FindUnanswered(Samples.Noon.AddMinutes(10), 1, default));
        var queue = await store.Queue(default);
        Assert.Equal([("a", "angry", null), ("b", null, "Kim")], queue.Select(item => (item.Conversation.ConversationId, item.Reason, item.AssignedTo)));
        Assert.Equal(Samples.Noon, queue[0].WaitingSince);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Erase_leaves_nothing(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        var store = storage.Get<IConversationStore>();
        await store.Create(Samples.Head("c1"), default);
        await store.Append(1, [Samples.Said(1, "secret")], Samples.Head("c1") with { NextSeq = 2 }, default);

        await store.Erase("c1", default);

        Assert.Null(await store.Find("c1", default));
        Assert.Empty(await store.Read("c1", 0, 10, default));
    }
}
