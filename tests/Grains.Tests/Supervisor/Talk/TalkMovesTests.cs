using SupportAgents.Grains.Supervisor.Talk;

namespace SupportAgents.Grains.Tests.Supervisor.Talk;

public sealed class TalkMovesTests
{
    [Theory]
    [InlineData("one moment please", TalkMove.Pause)]
    [InlineData("Hold on a sec", TalkMove.Pause)]
    [InlineData("hang on, my wife is calling", TalkMove.Pause)]
    [InlineData("hmm I'm not sure", TalkMove.Pause)]
    [InlineData("let me check with my husband", TalkMove.Pause)]
    [InlineData("why do you need to know?", TalkMove.AskBack)]
    [InlineData("why not??", TalkMove.AskBack)]
    [InlineData("what are my options?", TalkMove.AskBack)]
    [InlineData("I don't know the number", TalkMove.AskBack)]
    [InlineData("which ones do I have?", TalkMove.AskBack)]
    [InlineData("whichever, you choose", TalkMove.AskBack)]
    [InlineData("actually no, keep it", TalkMove.Drop)]
    [InlineData("then leave it as it is", TalkMove.Drop)]
    [InlineData("nope, changed my mind", TalkMove.Drop)]
    [InlineData("please don't do that", TalkMove.Drop)]
    [InlineData("none of them actually", TalkMove.Drop)]
    [InlineData("maybe later", TalkMove.Drop)]
    [InlineData("never mind", TalkMove.Drop)]
    [InlineData("are you a human?", TalkMove.WhoAreYou)]
    [InlineData("am I talking to a robot?", TalkMove.WhoAreYou)]
    public void A_stock_phrase_is_the_move_that_it_is_in_every_talk(string text, TalkMove move) => Assert.Equal(move, TalkMoves.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("where is my order?")]
    [InlineData("cancel order 10440")]
    [InlineData("please do NOT cancel order 10440, I still want it")]
    [InlineData("keep the socks")]
    [InlineData("wait, I changed my mind, undo the return")]
    [InlineData("hold on, how long does a refund take?")]
    [InlineData("ok whatever, do it")]
    [InlineData("I don't need it any more")]
    [InlineData("the blue one")]
    [InlineData("why is the parcel that I ordered three weeks ago and paid for at once not here yet?")]
    public void An_ask_of_its_own_is_no_move(string text) => Assert.Null(TalkMoves.Read(text));
}
