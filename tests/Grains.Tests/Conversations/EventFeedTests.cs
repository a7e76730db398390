using SupportAgents.Conversations;
using SupportAgents.Grains.Conversations;

namespace SupportAgents.Grains.Tests.Conversations;

public sealed class EventFeedTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly AgentStarted Entry = new() { Agent = "orders" };

    [Fact]
    public void An_event_waits_for_those_with_smaller_numbers()
    {
        var feed = new EventFeed(lastNumber: 10, capacity: 100);
        var (first, second) = (feed.Reserve(), feed.Reserve());

        feed.Publish(second, At, "t", Entry);
        Assert.Empty(feed.After(10)!);

        feed.Publish(first, At, "t", Entry);
        Assert.Equal([11, 12], Numbers(feed.After(10)));
    }

    [Fact]
    public void A_skipped_number_holds_nothing_up()
    {
        var feed = new EventFeed(0, 100);
        var (first, second) = (feed.Reserve(), feed.Reserve());
        feed.Publish(second, At, null, Entry);
        feed.Skip(first);
        Assert.Equal([2], Numbers(feed.After(0)));
    }

    [Fact]
    public void Events_beyond_the_capacity_are_to_be_read_from_the_log()
    {
        var feed = new EventFeed(0, capacity: 3);
        for (var i = 0; i < 5; i++)
            feed.Publish(feed.Reserve(), At, null, Entry);
        Assert.Null(feed.After(1));
        Assert.Equal(3, feed.FirstBuffered);
        Assert.Equal([3, 4, 5], Numbers(feed.After(2)));
    }

    [Fact]
    public void Followers_are_woken_by_the_next_event()
    {
        var feed = new EventFeed(0, 3);
        var changed = feed.Changed;
        Assert.False(changed.IsCompleted);
        feed.Publish(feed.Reserve(), At, null, Entry);
        Assert.True(changed.IsCompletedSuccessfully);
    }

    [Fact]
    public void What_is_not_stored_yet_stays_however_much_comes()
    {
        var feed = new EventFeed(0, capacity: 3);
        feed.Keep(1);
        for (var i = 0; i < 50; i++)
            feed.Publish(feed.Reserve(), At, "t", Entry);
        Assert.Equal(50, feed.After(0)!.Count);

        feed.LetGo();
        feed.Publish(feed.Reserve(), At, "t", Entry);
        Assert.Null(feed.After(0));
        Assert.Equal([49, 50, 51], Numbers(feed.After(48)));
    }

    [Fact]
    public void A_number_that_an_activation_showed_and_did_not_store_is_not_given_out_by_the_next()
    {
        var first = EventFeed.After(lastStored: 12, capacity: 100);
        var shown = Enumerable.Range(0, 5_000).Select(_ => first.Reserve()).ToArray();

        Assert.True(EventFeed.After(lastStored: 12, capacity: 100).Reserve() > 12);
        Assert.True(EventFeed.After(shown[10], capacity: 100).Reserve() > shown[^1]);
    }

    [Theory]
    [InlineData("12", 12L)]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("-1", null)]
    [InlineData("12-5-abcdef01", null)]
    [InlineData("99999999999999999999", null)]
    public void An_id_is_a_number_and_nothing_else(string? id, long? number) => Assert.Equal(number, EventId.Parse(id));

    private static IEnumerable<long> Numbers(IEnumerable<ConversationEvent>? events) => events!.Select(one => EventId.Parse(one.Id)!.Value);
}
