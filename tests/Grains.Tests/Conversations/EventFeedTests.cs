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

        feed.Publish(second, 2, At, "t", Entry);
        Assert.Empty(feed.After(10)!);

        feed.Publish(first, 1, At, "t", Entry);
        Assert.Equal([11, 12], Numbers(feed.After(10)));
    }

    [Fact]
    public void A_skipped_number_holds_nothing_up()
    {
        var feed = new EventFeed(0, 100);
        var (first, second) = (feed.Reserve(), feed.Reserve());
        feed.Publish(second, 2, At, null, Entry);
        feed.Skip(first);
        Assert.Equal([2], Numbers(feed.After(0)));
    }

    [Fact]
    public void Events_beyond_the_capacity_are_to_be_read_from_the_log()
    {
        var feed = new EventFeed(0, capacity: 3);
        for (var i = 0; i < 5; i++)
            feed.Publish(feed.Reserve(), i, At, null, Entry);
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
        feed.Publish(feed.Reserve(), 1, At, null, Entry);
        Assert.True(changed.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData("12-5-abcdef01", 12, 5)]
    [InlineData("0-0-x", 0, 0)]
    public void A_cursor_reads_what_it_wrote(string text, long number, long seq)
    {
        var cursor = EventCursor.Parse(text);
        Assert.Equal((number, seq), (cursor!.Value.Number, cursor.Value.Seq));
        Assert.Equal(text, cursor.Value.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("-1-2-x")]
    [InlineData("a-b-c")]
    [InlineData("1-2")]
    [InlineData("99999999999999999999-1-x")]
    public void Anything_else_is_no_cursor(string? text) => Assert.Null(EventCursor.Parse(text));

    private static IEnumerable<long> Numbers(IEnumerable<ConversationEvent>? events) => events!.Select(one => EventCursor.Parse(one.Id)!.Value.Number);
}
