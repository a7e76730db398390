using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Data.Webhooks;
using SupportAgents.Silo.Tests.Data;
using SupportAgents.Silo.Tests.Data.Proposals;
using SupportAgents.Silo.Webhooks;

namespace SupportAgents.Silo.Tests.Webhooks;

[Collection(StorageTests.Name)]
public sealed class WebhookTests(StorageFixture fixture) : IDisposable
{
    private readonly FakeTimeProvider _time = new(Samples.Noon.AddDays(1));
    private readonly Receiver _receiver = new();

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Hand_offs_and_closings_are_written_with_the_log_and_not_without_it(Dialect dialect)
    {
        await using var storage = await Storage(dialect);
        var store = storage.Get<IConversationStore>();
        await store.Create(Samples.Head("c1"), default);
        var handedOff = Entry(2, new HandedOff { Reason = "angry", Package = new JsonText("""{"asks":["a parcel"]}""") });

        Assert.True(await store.Append(1, [Samples.Said(1, "hi"), handedOff], Samples.Head("c1") with { NextSeq = 3 }, default));
        Assert.False(await store.Append(2, [handedOff, Entry(3, new Closed { Name = "Sam" })], Samples.Head("c1") with { NextSeq = 4 }, default));
        Assert.True(await store.Append(3, [Entry(3, new Closed { Name = "Sam", Outcome = "refunded" })], Samples.Head("c1") with { NextSeq = 4 }, default));

        await Sender(storage).SendDue(default);
        // The second endpoint wants closings only.
        Assert.Equal(["evt_c1_2", "evt_c1_3", "evt_c1_3"], _receiver.Taken.Select(one => one.Id).Order());
        var body = JsonSerializer.Deserialize<JsonElement>(_receiver.Taken.Single(one => one.Id == "evt_c1_2").Body);
        Assert.Equal(("conversation.handed_off", "c1", "ada"), (body.GetProperty("type").GetString(), body.GetProperty("conversationId").GetString(), body.GetProperty("customerId").GetString()));
        Assert.Equal("a parcel", body.GetProperty("data").GetProperty("package").GetProperty("asks")[0].GetString());
        Assert.Equal(3, (await storage.Get<IWebhookStore>().List(null, null, 10, default)).Items.Count);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task An_action_that_is_confirmed_by_many_at_once_is_told_of_once(Dialect dialect)
    {
        await using var storage = await Storage(dialect);
        await storage.Load(OrderDeskOnStorage.Pending("#1"));
        var desk = new OrderDeskOnStorage(storage);
        var proposal = (await desk.Cancel("#1")).Proposal!;

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => desk.Confirm(proposal.Id)));
        // The order desk goes by the machine's clock.
        _time.SetUtcNow(TimeProvider.System.GetUtcNow().AddMinutes(1));
        await Sender(storage).SendDue(default);

        var (id, body, _) = Assert.Single(_receiver.Taken);
        var data = JsonSerializer.Deserialize<JsonElement>(body).GetProperty("data");
        Assert.Equal(("cancel_pending_order", "#1", proposal.Id), (data.GetProperty("kind").GetString(), data.GetProperty("orderId").GetString(), data.GetProperty("proposalId").GetString()));
        Assert.Equal($"evt_{data.GetProperty("ledgerId").GetString()}", id);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task What_fails_is_tried_again_after_pauses_that_grow_and_then_is_for_staff_to_see(Dialect dialect)
    {
        await using var storage = await Storage(dialect);
        await Close(storage, "c1");
        var sender = Sender(storage);
        _receiver.Fail(1_000);

        var pauses = new List<double>();
        for (var attempt = 1; attempt < 4; attempt++)
        {
            Assert.Equal(2, await sender.SendDue(default));
            Assert.Equal(0, await sender.SendDue(default));
            var waiting = (await storage.Get<IWebhookStore>().List(WebhookState.Waiting, null, 10, default)).Items.Where(one => one.Endpoint == "crm").Single();
            Assert.Equal((attempt, "answered 500"), (waiting.Attempts, waiting.Error));
            pauses.Add((waiting.DueAt - _time.GetUtcNow()).TotalSeconds);
            _time.Advance(TimeSpan.FromMinutes(10));
        }
        await sender.SendDue(default);

        Assert.InRange(pauses[0], 4, 6);
        Assert.InRange(pauses[1], 8, 12);
        Assert.InRange(pauses[2], 16, 24);
        var dead = (await storage.Get<IWebhookStore>().List(WebhookState.Dead, null, 10, default)).Items.Single(one => one.Endpoint == "crm");
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await sender.SendDue(default));

        _receiver.Fail(0);
        Assert.Equal(WebhookState.Waiting, (await storage.Get<IWebhookStore>().Revive(dead.Id, _time.GetUtcNow(), default))!.State);
        Assert.Null(await storage.Get<IWebhookStore>().Revive(dead.Id, _time.GetUtcNow(), default));
        await sender.SendDue(default);
        Assert.Equal("evt_c1_1", Assert.Single(_receiver.Taken).Id);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Silos_that_send_at_once_send_each_event_once(Dialect dialect)
    {
        await using var storage = await Storage(dialect);
        for (var i = 0; i < 30; i++)
            await Close(storage, $"c{i}");
        var silos = Enumerable.Range(0, 4).Select(_ => Sender(storage)).ToArray();

        await Task.WhenAll(silos.Select(async silo =>
        {
            while (await silo.SendDue(default) > 0)
            {
            }
        }));

        Assert.Equal(60, _receiver.Calls);
        Assert.Equal(30, _receiver.Taken.Select(one => one.Id).Distinct().Count());
        Assert.Empty((await storage.Get<IWebhookStore>().List(WebhookState.Waiting, null, 10, default)).Items);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task What_a_silo_took_and_died_with_is_sent_by_another_later(Dialect dialect)
    {
        await using var storage = await Storage(dialect);
        await Close(storage, "c1");
        var now = _time.GetUtcNow();
        Assert.Equal(2, (await storage.Get<WebhookStore>().Claim(now, now.AddSeconds(30), 10, default)).Count);

        Assert.Equal(0, await Sender(storage).SendDue(default));
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(2, await Sender(storage).SendDue(default));
        Assert.Equal(2, _receiver.Taken.Count);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task An_erased_conversation_is_told_of_no_more_and_what_was_delivered_is_forgotten_in_time(Dialect dialect)
    {
        await using var storage = await Storage(dialect);
        await Close(storage, "c1");
        await Close(storage, "c2");
        await storage.Get<IConversationStore>().Erase("c1", default);

        await Sender(storage).SendDue(default);
        Assert.All(_receiver.Taken, one => Assert.Equal("evt_c2_1", one.Id));
        await storage.Get<WebhookStore>().Forget(_time.GetUtcNow().AddSeconds(1), default);
        Assert.Empty((await storage.Get<IWebhookStore>().List(null, null, 10, default)).Items);
    }

    [Theory]
    [InlineData("ftp://shop.example/hook", Receiver.Secret, "")]
    [InlineData("https://shop.example/hook", "whsec_c2hvcnQ=", "")]
    [InlineData("https://shop.example/hook", "no prefix, no key", "")]
    [InlineData("https://shop.example/hook", Receiver.Secret, "order.shipped")]
    public void Endpoints_that_could_never_work_are_refused_at_the_start(string url, string secret, string type) =>
        Assert.NotNull(new WebhookOptions { Endpoints = { ["crm"] = new() { Url = url, Secret = secret, Events = [type] } } }.Fault);

    public void Dispose() => _receiver.Dispose();

    private async Task<StorageUnderTest> Storage(Dialect dialect)
    {
        var settings = await fixture.Settings(dialect);
        foreach (var (endpoint, name, value) in new[] { ("crm", "Url", "https://crm.example/hook"), ("crm", "Secret", Receiver.Secret), ("stats", "Url", "https://stats.example/"), ("stats", "Secret", Receiver.Secret), ("stats", "Events:0", "conversation.closed") })
            settings[$"Support:Webhooks:Endpoints:{endpoint}:{name}"] = value;
        settings["Support:Webhooks:MaxAttempts"] = "4";
        var storage = new StorageUnderTest(settings);
        await storage.Get<Migrator>().Migrate(default);
        return storage;
    }

    private WebhookSender Sender(StorageUnderTest storage) =>
        new(storage.Get<WebhookStore>(), _receiver, storage.Get<IOptions<WebhookOptions>>(), _time, NullLogger<WebhookSender>.Instance);

    private static async Task Close(StorageUnderTest storage, string id)
    {
        var store = storage.Get<IConversationStore>();
        await store.Create(Samples.Head(id), default);
        Assert.True(await store.Append(1, [Entry(1, new Closed { Name = "Sam", Outcome = "done" })], Samples.Head(id) with { NextSeq = 2 }, default));
    }

    private static LogEntry Entry(long seq, ConversationEntry entry) => new() { Seq = seq, At = Samples.Noon.AddSeconds(seq), EventNumber = seq, Entry = entry };
}
