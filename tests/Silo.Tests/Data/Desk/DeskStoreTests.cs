using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Grains.Stores;
using SupportAgents.Silo.Data;

namespace SupportAgents.Silo.Tests.Data.Desk;

[Collection(StorageTests.Name)]
public sealed class DeskStoreTests(StorageFixture fixture)
{
    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Search_finds_what_was_said_and_by_whom_and_nothing_that_only_the_format_has(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        await storage.Load();
        await Talk(storage, "c1", 1, new CustomerSaid { TurnId = "t", Message = new CustomerMessage { MessageId = "m", Text = "My \"parcel\" is 100% late\\lost" } });
        await Talk(storage, "c2", 2, Answer("The parcel\nis on its way, at last."), new NoteAdded { Name = "Sam", Text = "He was Angry" });
        await Talk(storage, "c3", 3, new StaffSaid { Name = "Sam", Text = "Hello" });

        Assert.Equal(["c2", "c1"], await Found(storage, "PARCEL"));
        Assert.Equal(["c1"], await Found(storage, "late parcel"));
        Assert.Equal(["c1"], await Found(storage, "\"parcel\""));
        Assert.Equal(["c1"], await Found(storage, "100%"));
        Assert.Equal(["c1"], await Found(storage, "late\\lost"));
        Assert.Equal(["c2"], await Found(storage, "angry"));
        Assert.Empty(await Found(storage, "parcel angry"));
        Assert.Empty(await Found(storage, "kind"));
        Assert.Empty(await Found(storage, "1__%"));
        Assert.Equal(["c3", "c2", "c1"], await Found(storage, "berg"));
        Assert.Equal(["c3"], await Found(storage, "c3"));
        Assert.Equal(["c3", "c2", "c1"], await Found(storage, " "));
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Search_goes_page_by_page_and_by_state(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        for (var number = 0; number < 5; number++)
            await Talk(storage, $"c{number}", number, new StaffSaid { Name = "Sam", Text = "hello there" });
        var store = storage.Get<IDeskStore>();

        var first = await store.Search(new ConversationSearch { Text = "hello", Limit = 3 }, default);
        var second = await store.Search(new ConversationSearch { Text = "hello", Limit = 3, After = first.Next }, default);
        var closed = await store.Search(new ConversationSearch { Status = ConversationStatus.Closed }, default);

        Assert.Equal(["c4", "c3", "c2"], first.Items.Select(item => item.Conversation.ConversationId));
        Assert.Equal(["c1", "c0"], second.Items.Select(item => item.Conversation.ConversationId));
        Assert.Null(second.Next);
        Assert.Equal("hello there", first.Items[0].Excerpt);
        Assert.Empty(closed.Items);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Measures_come_in_their_order_without_words(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        await Talk(storage, "c1", 0, Samples.Said(1, "hi").Entry, new Planned { Requests = [] }, Answer("there"), new Rated { Rating = 4, Comment = "secret" });
        await Talk(storage, "c2", 60, new HandedOff { Reason = "angry" });
        var store = storage.Get<IDeskStore>();

        var hour = await store.Measures(Samples.Noon, Samples.Noon.AddHours(1), default);
        var rest = await store.Measures(Samples.Noon.AddHours(1), Samples.Noon.AddDays(1), default);

        Assert.Equal([MeasureKind.Asked, MeasureKind.Answered, MeasureKind.Rated], hour.Select(one => one.Measure.Kind));
        Assert.Equal((12, AnswerMode.BuiltIn, 4), (hour[1].Measure.ElapsedMs, hour[1].Measure.Mode, hour[2].Measure.Rating));
        Assert.Equal(("c2", "angry"), (Assert.Single(rest).ConversationId, rest[0].Measure.Reason));
        Assert.Equal(Samples.Noon, hour[0].At);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Queue_names_the_customer(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        await storage.Load();
        await storage.Get<IConversationStore>().Create(Samples.Head("c1") with { Status = ConversationStatus.WaitingForPerson, WaitingSince = Samples.Noon }, default);
        await storage.Get<IConversationStore>().Create(Samples.Head("c2", "gone") with { Status = ConversationStatus.WaitingForPerson, WaitingSince = Samples.Noon.AddMinutes(1) }, default);

        Assert.Equal(["Ada Berg", null], (await storage.Get<IConversationStore>().Queue(default)).Select(item => item.CustomerName));
    }

    private static async Task Talk(StorageUnderTest storage, string id, int minute, params ConversationEntry[] entries)
    {
        var at = Samples.Noon.AddMinutes(minute);
        var store = storage.Get<IConversationStore>();
        await store.Create(Samples.Head(id, at: at), default);
        var log = entries.Select((entry, index) => new LogEntry { Seq = index + 1, At = at, EventNumber = index + 1, Entry = entry }).ToArray();
        Assert.True(await store.Append(1, log, Samples.Head(id, at: at) with { NextSeq = log.Length + 1 }, default));
    }

    private static async Task<IEnumerable<string>> Found(StorageUnderTest storage, string text) =>
        (await storage.Get<IDeskStore>().Search(new ConversationSearch { Text = text }, default)).Items.Select(item => item.Conversation.ConversationId);

    private static AgentSaid Answer(string reply) => new()
    {
        TurnId = "t",
        Dialogue = DialogueState.Empty,
        Answer = new Answer { ConversationId = "c", MessageId = "m", Status = AnswerStatus.Answered, Reply = reply, Usage = new Usage { ElapsedMs = 12 } },
    };
}
