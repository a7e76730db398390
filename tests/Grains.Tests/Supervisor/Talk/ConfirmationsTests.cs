using SupportAgents.Grains.Supervisor.Talk;

namespace SupportAgents.Grains.Tests.Supervisor.Talk;

public sealed class ConfirmationsTests
{
    [Theory]
    [InlineData("yes", true)]
    [InlineData("YES!!", true)]
    [InlineData("yep do it", true)]
    [InlineData("jep", true)]
    [InlineData("👍", true)]
    [InlineData("go", true)]
    [InlineData("sure, go ahead", true)]
    [InlineData("yes please return them", true)]
    [InlineData("ok", true)]
    [InlineData("no", false)]
    [InlineData("no, leave it", false)]
    [InlineData("no thanks, keep it", false)]
    [InlineData("please don't do that", false)]
    [InlineData("yes no wait, don't do it", false)]
    [InlineData("no that's too big, leave it", false)]
    public void A_bare_answer_is_yes_or_no(string text, bool accepts) => Assert.Equal(new ConfirmationReading(accepts, HasMore: false), Confirmations.Read(text));

    [Theory]
    [InlineData("yes, but to my gift card", true)]
    [InlineData("yes and also the socks", true)]
    [InlineData("no, the blue one", false)]
    [InlineData("no, the other one", false)]
    [InlineData("hmm. no. blue", false)]
    public void An_answer_that_changes_what_was_proposed_says_more(string text, bool accepts) => Assert.Equal(new ConfirmationReading(accepts, HasMore: true), Confirmations.Read(text));

    [Theory]
    [InlineData("don't need it anymore")]
    [InlineData("no longer needed")]
    [InlineData("how long does a refund take?")]
    public void What_is_neither_yes_nor_no_is_neither(string text) => Assert.Null(Confirmations.Read(text).Accepts);

    [Theory]
    [InlineData("yes please", true)]
    [InlineData("please do", true)]
    [InlineData("ok", false)]
    [InlineData("fine. when does it get here?", false)]
    public void Only_an_outright_yes_takes_up_a_statement(string text, bool isOutright) => Assert.Equal(isOutright, Confirmations.IsOutright(text));
}
