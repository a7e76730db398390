using Orleans.Runtime;
using SupportAgents.Conversations;
using SupportAgents.Failures;
using SupportAgents.Grains.Tests.Cluster;
using SupportAgents.Identity;

namespace SupportAgents.Grains.Tests.Conversations;

[Collection(DeskCollection.Name)]
public sealed class ConversationGrainTests(DeskCluster cluster)
{
    private readonly string _id = $"c_{Guid.NewGuid():N}";
    private readonly Principal _customer = Principal.Customer($"u_{Guid.NewGuid():N}");
    private readonly Principal _staff = Principal.Staff("Sam");

    private IConversationGrain Grain => cluster.Grains.GetGrain<IConversationGrain>(_id);
    private IConversationReaderGrain Reader => cluster.Grains.GetGrain<IConversationReaderGrain>(_id);
    private IConversationCareGrain Care => cluster.Grains.GetGrain<IConversationCareGrain>(_id);

    [Fact]
    public async Task Anybody_else_finds_no_conversation()
    {
        await Grain.Open(_customer);
        var stranger = Principal.Customer("somebody-else");
        Func<Task>[] calls =
        [
            () => Grain.Open(stranger), () => Grain.Submit(stranger, Message("m")), () => Grain.Cancel(stranger, "m"), () => Reader.Describe(stranger),
            () => Reader.ReadHistory(stranger, 0, 10), () => Care.HandOff(stranger, null), () => Care.Rate(stranger, 5, null), () => Care.Erase(stranger),
            async () => { await foreach (var _ in Grain.Follow(stranger, null, null)) break; },
        ];
        foreach (var call in calls)
            Assert.Equal(FailureKind.NotFound, (await Assert.ThrowsAsync<SupportException>(call)).Kind);
    }

    [Fact]
    public async Task A_conversation_that_was_never_opened_is_not_found() =>
        Assert.Equal(FailureKind.NotFound, (await Assert.ThrowsAsync<SupportException>(() => Grain.Submit(_customer, Message("m")))).Kind);

    [Fact]
    public async Task A_repeated_message_id_starts_no_second_turn_and_gives_the_first_answer()
    {
        await Grain.Open(_customer);
        var first = await Grain.Submit(_customer, Message("m1", "hello"));
        var answer = await Answer("m1");
        var again = await Grain.Submit(_customer, Message("m1", "hello"));

        Assert.Equal(first, again);
        Assert.Equal(answer.Reply, (await Answer("m1")).Reply);
        Assert.Equal(["hello"], (await History()).Where(item => item.Role == "customer").Select(item => item.Text));
    }

    [Fact]
    public async Task A_repeated_message_id_with_other_words_is_refused_and_nothing_is_stored()
    {
        await Grain.Open(_customer);
        await Grain.Submit(_customer, Message("m1", "hello"));
        await Answer("m1");
        CustomerMessage[] others =
        [
            Message("m1", "hello!"), Message("m1", "hello") with { Choice = "1" },
            Message("m1", "hello") with { Confirm = new Confirmation { ProposalId = "p", Accept = true } },
        ];
        foreach (var other in others)
            Assert.Equal(FailureKind.Mismatch, (await Assert.ThrowsAsync<SupportException>(() => Grain.Submit(_customer, other))).Kind);
        Assert.Equal(2, (await History()).Count);
    }

    [Fact]
    public async Task Messages_in_a_burst_are_answered_in_order()
    {
        await Grain.Open(_customer);
        for (var i = 0; i < 10; i++)
            await Grain.Submit(_customer, Message($"m{i}", $"hello {i}"));
        await Answer("m9");

        var history = await History();
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"hello {i}"), history.Where(item => item.Role == "customer").Select(item => item.Text));
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"m{i}.answer"), history.Where(item => item.Role == "agent").Select(item => item.Id));
    }

    [Fact]
    public async Task A_follower_that_comes_back_gets_every_event_once_and_in_order()
    {
        await Grain.Open(_customer);
        for (var i = 0; i < 5; i++)
            await Grain.Submit(_customer, Message($"m{i}", "hello"));
        await Answer("m4");
        var all = await Events(after: null);

        for (var cut = 0; cut < all.Count; cut++)
            Assert.Equal(all.Skip(cut + 1).Select(one => one.Id), (await Events(all[cut].Id)).Select(one => one.Id));
        Assert.Equal(all.Count, all.Select(one => one.Id).Distinct().Count());
    }

    [Fact]
    public async Task What_was_said_is_there_after_the_activation_is_gone_and_old_cursors_still_work()
    {
        await Grain.Open(_customer);
        await Grain.Submit(_customer, Message("m1", "hello"));
        await Answer("m1");
        var before = await Events(null);
        await Deactivate();

        Assert.Equal(["hello"], (await History()).Where(item => item.Role == "customer").Select(item => item.Text));
        await Grain.Submit(_customer, Message("m2", "hello again"));
        await Answer("m2");
        var resumed = await Events(before[^1].Id, upTo: "m2");
        Assert.Equal("m2", ((CustomerSaid)resumed[0].Entry).TurnId);
    }

    [Fact]
    public async Task Agents_are_silent_while_a_person_owns_the_conversation_and_speak_again_afterwards()
    {
        await Grain.Open(_customer);
        Assert.Equal(ConversationStatus.WaitingForPerson, (await Care.HandOff(_customer, "it is complicated")).Status);
        await Grain.Submit(_customer, Message("m1", "hello"));
        var silent = await Answer("m1");
        Assert.Equal((AnswerStatus.HandedOff, ""), (silent.Status, silent.Reply));

        Assert.Equal(ConversationStatus.WithPerson, (await Care.Record(_staff, new StaffSaid { Name = "Sam", Text = "Hi, Sam here." })).Status);
        Assert.Equal(ConversationStatus.Open, (await Care.Record(_staff, new HandedBack { Name = "Sam" })).Status);
        await Grain.Submit(_customer, Message("m2", "hello"));
        Assert.NotEmpty((await Answer("m2")).Reply);
        Assert.Equal(["system", "customer", "system", "staff", "system", "customer", "agent"], (await History()).Select(item => item.Role));
    }

    [Fact]
    public async Task Staff_actions_are_for_staff_and_only_staff_actions()
    {
        await Grain.Open(_customer);
        var forbidden = await Assert.ThrowsAsync<SupportException>(() => Care.Record(_customer, new NoteAdded { Name = "me", Text = "x" }));
        Assert.Equal(FailureKind.Forbidden, forbidden.Kind);
        var invalid = await Assert.ThrowsAsync<SupportException>(() => Care.Record(_staff, new TurnCancelled { TurnId = "x" }));
        Assert.Equal(FailureKind.Invalid, invalid.Kind);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public async Task A_rating_is_from_one_to_five(int rating)
    {
        await Grain.Open(_customer);
        Assert.Equal(FailureKind.Invalid, (await Assert.ThrowsAsync<SupportException>(() => Care.Rate(_customer, rating, null))).Kind);
    }

    [Fact]
    public async Task Erased_is_gone()
    {
        await Grain.Open(_customer);
        await Grain.Submit(_customer, Message("m1", "hello"));
        await Answer("m1");
        await Care.Erase(_customer);
        Assert.Null(await cluster.Conversations.Find(_id, default));
        Assert.Empty(await cluster.Conversations.Read(_id, 0, 10, default));
        Assert.Equal(FailureKind.NotFound, (await Assert.ThrowsAsync<SupportException>(() => Reader.Describe(_customer))).Kind);
    }

    [Fact]
    public async Task A_running_turn_can_be_cancelled_and_reads_do_not_wait_for_it()
    {
        await Grain.Open(_customer);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var never = new TaskCompletionSource();
        cluster.Tools.BeforeOrdersOf(_customer.CustomerId!, () => { reached.TrySetResult(); return never.Task; });
        await Grain.Submit(_customer, Message("m1", "Where is my order?"));
        await reached.Task;

        Assert.Equal(ConversationStatus.Open, (await Reader.Describe(_customer)).Status);
        Assert.Single(await History());
        await Grain.Cancel(_customer, "m1");
        cluster.Tools.Release(_customer.CustomerId!);
        never.SetResult();

        await Grain.Submit(_customer, Message("m2", "hello"));
        await Answer("m2");
        Assert.DoesNotContain(await History(), item => item.Id == "m1.answer");
    }

    private async Task Deactivate()
    {
        await cluster.Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
    }

    private async Task<Answer> Answer(string turnId)
    {
        await foreach (var one in Grain.Follow(_customer, turnId, null))
        {
            if (one.Entry is AgentSaid said)
                return said.Answer;
        }
        throw new InvalidOperationException("the turn ended without an answer");
    }

    /// <summary>All events after a cursor, up to the answer of the last turn.</summary>
    private async Task<List<ConversationEvent>> Events(string? after, string? upTo = null)
    {
        var events = new List<ConversationEvent>();
        var last = upTo ?? (await History()).Last(item => item.Role == "customer").Id;
        if (after is not null && await IsLast(after, last))
            return events;
        await foreach (var one in Grain.Follow(_customer, null, after))
        {
            events.Add(one);
            if (one.Entry is AgentSaid said && said.TurnId == last)
                break;
        }
        return events;
    }

    private async Task<bool> IsLast(string cursor, string lastTurn)
    {
        await foreach (var one in Grain.Follow(_customer, lastTurn, null))
        {
            if (one.Entry is AgentSaid)
                return one.Id == cursor;
        }
        return false;
    }

    private async Task<IReadOnlyList<HistoryItem>> History() => (await Reader.ReadHistory(_customer, 0, 200)).Items;

    private static CustomerMessage Message(string id, string text = "hello") => new() { MessageId = id, Text = text };
}
