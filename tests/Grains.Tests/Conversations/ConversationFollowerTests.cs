using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Conversations;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tests.Fakes;

namespace SupportAgents.Grains.Tests.Conversations;

/// <summary>
/// Messages in a burst are stored before the turn that runs is, so the log's order is not that of the events: a turn's
/// plan has a smaller number than the next message and a later place.
/// </summary>
public sealed class ConversationFollowerTests
{
    private const int Turns = 400;
    private const int Buffered = 20;
    private readonly InMemoryConversationStore _store = new();
    private readonly List<string> _shown = [];

    [Fact]
    public async Task A_follower_of_a_long_log_gets_each_stored_event_once_and_in_order()
    {
        var log = await Log();
        for (var turn = 0; turn < Turns; turn++)
            await Burst(log, turn);

        var followed = await Follow(log, after: null);

        Assert.Equal(_shown, followed);
        Assert.True(_shown.Count > 3 * Turns);
    }

    [Fact]
    public async Task A_follower_that_comes_back_at_any_place_of_a_long_log_goes_on_with_the_next()
    {
        var log = await Log();
        for (var turn = 0; turn < Turns; turn++)
            await Burst(log, turn);
        var random = new Random(7);

        foreach (var cut in Enumerable.Range(0, 100).Select(_ => random.Next(_shown.Count - 1)))
            Assert.Equal(_shown.Skip(cut + 1), await Follow(log, after: EventId.Parse(_shown[cut])));
    }

    [Fact]
    public async Task A_slow_follower_misses_nothing_while_bursts_push_events_out_of_the_buffer()
    {
        var log = await Log();
        await Burst(log, 0);
        var (turn, followed) = (1, new List<string>());
        await foreach (var one in new ConversationFollower(log, _store).Follow(null, null, default))
        {
            followed.Add(one.Id);
            // The feed moves on under the reader, sometimes far beyond what it keeps.
            for (var more = turn % 7 == 0 ? 30 : 1; more > 0 && turn < Turns; more--)
                await Burst(log, turn++);
            if (turn == Turns && one.Id == _shown[^1])
                break;
        }
        Assert.Equal(_shown, followed);
    }

    [Fact]
    public async Task A_place_in_what_a_lost_activation_showed_loses_nothing_of_the_next()
    {
        var lost = await Log();
        await Burst(lost, 0);
        var unstored = lost.ShowNow("t1", new Planned { Requests = [] });

        var next = await Log();
        await Burst(next, 1);
        var last = await Log();
        await Burst(last, 2);

        Assert.Equal(_shown.SkipWhile(id => EventId.Parse(id) < unstored), await Follow(last, after: unstored));
    }

    [Fact]
    public async Task A_turn_is_followed_from_its_message_to_its_end_also_out_of_the_log()
    {
        var log = await Log();
        for (var turn = 0; turn < 30; turn++)
            await Burst(log, turn);

        var events = await new ConversationFollower(log, _store).Follow("t3", null, default).ToListAsync();

        Assert.Equal([typeof(CustomerSaid), typeof(Planned), typeof(AgentSaid)], events.Select(one => one.Entry.GetType()));
    }

    /// <summary>A turn whose plan is shown before, and stored after, the message of a turn to come.</summary>
    private async Task Burst(ConversationLog log, int turn)
    {
        var id = $"t{turn}";
        if (!log.State.Turns.ContainsKey(id))
            await Said(log, id);
        var planned = new Planned { Requests = [] };
        var number = log.ShowNow(id, planned);
        _shown.Add(EventId.Of(number));
        await Said(log, $"t{turn + 1}");
        var answer = new Answer { ConversationId = "c", MessageId = id, Status = AnswerStatus.Answered, Reply = "yes" };
        await log.Append(id, [(planned, number), (new AgentSaid { TurnId = id, Answer = answer, Dialogue = DialogueState.Empty }, null)], default);
        _shown.Add(EventId.Of(log.Feed.LastNumber));
    }

    private async Task Said(ConversationLog log, string turn)
    {
        await log.Append(turn, new CustomerSaid { TurnId = turn, Message = new CustomerMessage { MessageId = turn, Text = "hello" } }, default);
        _shown.Add(EventId.Of(log.Feed.LastNumber));
    }

    private async Task<ConversationLog> Log()
    {
        var state = new ConversationState { Id = "c", CustomerId = "u", CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch };
        await _store.Create(state.ToHead(), default);
        state = await ConversationLog.CatchUp(_store, state, default);
        return new ConversationLog(_store, TimeProvider.System, state, EventFeed.After(state.LastEvent, Buffered));
    }

    /// <summary>The ids of everything that happened up to now.</summary>
    private async Task<List<string>> Follow(ConversationLog log, long? after)
    {
        var ids = new List<string>();
        await foreach (var one in new ConversationFollower(log, _store).Follow(null, after, default))
        {
            ids.Add(one.Id);
            if (one.Id == _shown[^1])
                break;
        }
        return ids;
    }
}
