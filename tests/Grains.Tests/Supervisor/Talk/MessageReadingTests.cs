using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Supervisor.Talk;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Supervisor.Talk;

public sealed class MessageReadingTests
{
    [Fact]
    public void A_pause_beside_an_ask_is_left_out_and_alone_is_a_pause()
    {
        Assert.Equal([Intents.RefundStatus], Read("hold on, how long does a refund take?", null, Ask("hold on", Intents.Deny), Ask("how long does a refund take?", Intents.RefundStatus)));
        Assert.Equal([Intents.Pause], Read("hold on", null, Ask("hold on", Intents.Deny)));
    }

    [Fact]
    public void An_unclear_fragment_goes_to_the_clear_ask_before_it()
    {
        var read = MessageReading.Read(Message("the jacket is too small, can I get it in L?"),
            [Ask("the jacket is too small", Intents.ExchangeItems), Ask("can I get it in L?", Intents.BuyProduct, 0.2, Intents.ShopPolicy)], DialogueState.Empty, top: null);

        Assert.Equal((Intents.ExchangeItems, "the jacket is too small, can I get it in L?"), (Assert.Single(read).Intent, read[0].Ask));
    }

    [Fact]
    public void A_reason_that_sounds_like_a_no_answers_the_question_for_it() =>
        Assert.Equal([Intents.CancelOrder], Read("I don't need it any more", Open("reason"), Ask("I don't need it any more", Intents.NeverMind)));

    [Fact]
    public void A_plain_no_to_a_question_leaves_it() => Assert.Equal([Intents.NeverMind], Read("no", Open("reason"), Ask("no", Intents.Deny)));

    [Fact]
    public void Forget_it_takes_the_words_around_it_with_it() =>
        Assert.Equal([Intents.NeverMind], Read("oh it was my wife's account. forget it", Open("order"), Ask("oh it was my wife's account", Intents.CancelOrder), Ask("forget it", Intents.NeverMind)));

    [Theory]
    [InlineData("yes, but to my gift card", Intents.PaymentMethods, Intents.CancelOrder)]
    [InlineData("no, the other one", Intents.Deny, Intents.CancelOrder)]
    [InlineData("jep", Intents.OutOfScope, Intents.Affirm)]
    [InlineData("nope, changed my mind", Intents.CancelOrder, Intents.NeverMind)]
    [InlineData("what happens to the money then?", Intents.CancelOrder, Intents.AskBack)]
    [InlineData("is the jacket waterproof?", Intents.ProductDetails, Intents.ProductDetails)]
    public void A_reply_to_a_proposal_is_what_its_words_make_it(string text, string understood, string meant) =>
        Assert.Equal([meant], Read(text, Proposed(), Ask(text, understood)));

    [Fact]
    public void A_new_address_with_an_order_is_the_orders() =>
        Assert.Equal([Intents.ChangeOrderAddress], Read("I moved, send #N1 to 1 Elm Street", null, Ask("I moved, send #N1 to 1 Elm Street", Intents.ChangeProfileAddress) with { Slots = new Slots { OrderIds = ["#N1"] } }));

    [Fact]
    public void What_only_names_an_order_asks_how_it_stands() =>
        Assert.Equal([Intents.OrderStatus], Read("my #N1", null, Ask("my #N1", Intents.OutOfScope) with { Slots = new Slots { OrderIds = ["#N1"] } }));

    private static string[] Read(string text, OpenAsk? top, params UnderstoodRequest[] asks) =>
        [.. MessageReading.Read(Message(text), asks, DialogueState.Empty, top).Select(ask => ask.Intent)];

    private static OpenAsk Open(string awaiting) => new() { Id = "a", Agent = AgentNames.Orders, Request = Ask("cancel #N1", Intents.CancelOrder), Awaiting = awaiting, Question = "Which?" };

    private static OpenAsk Proposed() => Open(OpenAsk.Confirmation) with
    {
        Proposal = new Proposal { Id = "p", Kind = "cancel_pending_order", Summary = "Cancel #N1.", Currency = "USD", Amount = Money.Zero, ExpiresAt = DateTimeOffset.MaxValue },
    };

    private static UnderstoodRequest Ask(string ask, string intent, double confidence = 0.9, string? alternative = null) =>
        new() { Ask = ask, Agent = Intents.Agent[intent], Intent = intent, Confidence = confidence, Alternative = alternative };

    private static CustomerMessage Message(string text) => new() { MessageId = "m", Text = text };
}
