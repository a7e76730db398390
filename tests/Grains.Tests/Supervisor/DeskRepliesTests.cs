using SupportAgents.Agents;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Supervisor;

namespace SupportAgents.Grains.Tests.Supervisor;

public sealed class DeskRepliesTests
{
    private static readonly Replies s_replies = Replies.For<DeskReplies>();

    private static readonly object s_full = new
    {
        choices = new[] { new { label = "This" }, new { label = "That" } },
        proposals = new[] { new { summary = "This happens." }, new { summary = "That happens." } },
        product = "kettle",
        ask = "cancel",
        expression = "1 + 1",
        Text = "2",
    };

    [Fact]
    public void Every_wording_of_every_key_renders_with_everything_and_with_nothing()
    {
        foreach (var key in s_replies.Keys)
            for (var said = 0; said < 3; said++)
            {
                var full = s_replies.Render(key, said, s_full);
                Assert.NotEmpty(full);
                Assert.DoesNotContain("{{", full + s_replies.Render(key, said), StringComparison.Ordinal);
            }
    }

    [Theory]
    [InlineData("clarify", "- This\n- That")]
    [InlineData("which_yes", "- This happens.\n- That happens.")]
    [InlineData("which_no", "- This happens.\n- That happens.")]
    public void A_list_has_a_line_for_each(string key, string lines) => Assert.Contains(lines, s_replies.Render(key, 0, s_full), StringComparison.Ordinal);

    [Fact]
    public void Every_intent_reads_as_a_button_and_every_talk_has_its_words()
    {
        var needed = Intents.Agent.Keys.Select(intent => $"meaning_{intent}")
            .Concat(Intents.Agent.Where(pair => pair.Value == AgentNames.SmallTalk).Select(pair => pair.Key).Where(intent => intent != Intents.Calculate))
            .Concat([Intents.Pause, Intents.WhoAreYou, "why", "dropped", "out_of_scope", "not_understood", "handed_off", "listening"]);

        Assert.Empty(needed.Except(s_replies.Keys));
    }
}
