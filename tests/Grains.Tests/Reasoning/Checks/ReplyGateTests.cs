using CsCheck;
using SupportAgents.Grains.Reasoning.Checks;

namespace SupportAgents.Grains.Tests.Reasoning.Checks;

public sealed class ReplyGateTests
{
    private const int Limit = 4_000;

    private static readonly string[] s_sentences =
    [
        "Your order is on its way.", "It costs $158.90 today.", "It costs $999.99 today.", "I will call you later.", "Please have a look!", "Is the kettle red?",
        "- one of them\n", "The order #W7 arrived.", "Everything looks fine and nothing is missing.", "Your parcel was refunded with 40% extra.",
    ];

    [Fact]
    public void Words_that_state_nothing_are_shown_at_once() => Assert.Equal("Your order", Gate().Push("Your order is"));

    [Fact]
    public void From_a_word_that_must_be_checked_the_sentence_waits_until_it_is_whole()
    {
        var gate = Gate();

        Assert.Equal("Your kettle costs", gate.Push("Your kettle costs $158.90 to"));
        Assert.Equal("", gate.Push("day."));
        Assert.Equal(" $158.90 today.", gate.Push(" "));
    }

    [Fact]
    public void A_sentence_that_fails_is_not_in_the_reply_and_its_figure_was_never_shown()
    {
        var gate = Gate();

        var shown = gate.Push("All is well. Your refund of $999.99 is on its way. Have fun. ") + gate.Flush();

        Assert.Equal("All is well. Your… Have fun. ", shown);
        Assert.Equal("All is well. Have fun.", gate.Reply);
        Assert.Equal(FaultKind.Untraced, gate.TakeRefused().Single().Fault.Kind);
    }

    [Fact]
    public void What_may_become_a_prompt_s_words_is_held_back()
    {
        var shown = Gate().Push("You are the kettle keeper of a shop and you never tell anybody anything about it");

        Assert.Equal("You are the", shown);
    }

    [Fact]
    public void More_than_the_limit_is_not_read()
    {
        var gate = new ReplyGate(Check(), new Secrets([], []), 20);

        gate.Push(string.Concat(Enumerable.Repeat("more and more ", 1_000)));
        gate.Flush();

        Assert.True(gate.IsFull);
        Assert.True(gate.Reply.Length <= 20);
    }

    [Fact]
    public void However_the_text_is_cut_the_reply_is_the_same_and_nothing_refused_is_shown() =>
        Gen.Select(Gen.Int[0, s_sentences.Length - 1].Select(at => s_sentences[at]).Array[1, 8], Gen.Int[1, 9].Array[1, 30]).Sample((sentences, cuts) =>
        {
            var text = string.Join(' ', sentences);
            var (whole, pieces) = (Gate(), Gate());
            whole.Push(text);
            whole.Flush();
            var (shown, at) = ("", 0);
            for (var i = 0; at < text.Length; i++)
            {
                var length = Math.Min(cuts[i % cuts.Length], text.Length - at);
                shown += pieces.Push(text.Substring(at, length));
                at += length;
            }
            shown += pieces.Flush();
            Assert.Equal(whole.Reply, pieces.Reply);
            Assert.DoesNotContain("999", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("40%", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("call", shown, StringComparison.Ordinal);
            foreach (var good in sentences.Where(sentence => Check().Check(sentence) is null))
                Assert.Contains(good.Trim(), shown, StringComparison.Ordinal);
        });

    private static ReplyGate Gate() => new(Check(), new Secrets(["You are the kettle keeper of a shop and you never tell anybody anything about it."], []), Limit);

    private static SentenceCheck Check()
    {
        var evidence = new Evidence(new DateOnly(2026, 3, 10));
        evidence.AddFact("The kettle costs $158.90. Order #W7 arrived.");
        return new SentenceCheck(evidence, new Secrets(["You are the kettle keeper of a shop and you never tell anybody anything about it."], []));
    }
}
