using SupportAgents.Conversations;
using SupportAgents.Grains.Conversations;

namespace SupportAgents.Grains.Tests.Conversations;

public sealed class RollingSummaryTests
{
    [Fact]
    public void Messages_and_what_became_of_their_asks_are_kept_in_a_line_each()
    {
        var summary = RollingSummary.Add(null, Item("customer", "Return\nthe kettle"));
        summary = RollingSummary.Add(summary, Item("agent", "Done, and much more.") with
        {
            Answer = new Answer
            {
                ConversationId = "c",
                MessageId = "m",
                Status = AnswerStatus.Answered,
                Reply = "Done, and much more.",
                Requests = [new RequestLine { Ask = "Return the kettle", Agent = "orders", Intent = "return_items", Status = RequestStatus.Done }],
            },
        });

        Assert.Equal("customer: Return the kettle\nagents: return items done", summary);
    }

    [Fact]
    public void It_never_grows_beyond_its_bound_and_keeps_the_newest()
    {
        string? summary = null;
        for (var i = 0; i < 500; i++)
            summary = RollingSummary.Add(summary, Item("customer", $"message {i} {new string('x', 300)}"));

        Assert.InRange(summary!.Length, 1_000, 2_400);
        Assert.Contains("message 499", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("message 400", summary, StringComparison.Ordinal);
    }

    private static HistoryItem Item(string role, string text) => new() { Id = "i", Seq = 1, Role = role, Text = text, At = default };
}
