using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Supervisor.Talk;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Supervisor.Talk;

public sealed class FollowUpsTests
{
    [Theory]
    [InlineData("and 10438?")]
    [InlineData("what about #N10438")]
    [InlineData("oh and No. 10416 ?")]
    [InlineData("#N10309")]
    [InlineData("and the other one?")]
    public void A_few_words_that_name_an_order_ask_the_same_of_it(string text)
    {
        var (request, resumed) = Continue(text, Intents.TrackOrder, RequestStatus.Done)!.Value;

        Assert.Equal((Intents.TrackOrder, AgentNames.Orders, text), (request.Intent, request.Agent, request.Ask));
        Assert.Null(resumed);
    }

    [Theory]
    [InlineData("and when will it arrive?")]
    [InlineData("cancel 10438")]
    [InlineData("and what did it cost")]
    [InlineData("thanks!")]
    [InlineData("and a good day to you")]
    public void An_ask_that_says_what_it_wants_is_new(string text) => Assert.Null(Continue(text, Intents.TrackOrder, RequestStatus.Done));

    [Fact]
    public void The_same_for_another_order_goes_on_with_the_facts_that_were_given()
    {
        var (request, resumed) = Continue("same for 10421", Intents.CancelOrder, RequestStatus.Done, """{"reason":"no longer needed"}""")!.Value;

        Assert.Equal(Intents.CancelOrder, request.Intent);
        Assert.Equal((FollowUps.Again, """{"reason":"no longer needed"}"""), (resumed!.Awaiting, resumed.State.Json));
    }

    [Theory]
    [InlineData("ok do it after all")]
    [InlineData("I clicked the wrong button, do cancel it")]
    public void What_was_declined_is_taken_up_again(string text)
    {
        var (request, resumed) = Continue(text, Intents.CancelOrder, RequestStatus.Declined, """{"orderId":"#N1"}""")!.Value;

        Assert.Equal(Intents.CancelOrder, request.Intent);
        Assert.Equal("""{"orderId":"#N1"}""", resumed!.State.Json);
    }

    [Fact]
    public void Thanks_after_a_refusal_do_not_ask_again() => Assert.Null(Continue("thanks anyway", Intents.ReturnItems, RequestStatus.Declined));

    [Theory]
    [InlineData(Intents.ReturnItems, Intents.RefundStatus)]
    [InlineData(Intents.RefundStatus, Intents.RefundStatus)]
    public void How_long_that_takes_is_about_the_money_where_money_goes_back(string last, string intent) =>
        Assert.Equal(intent, Continue("how long does that take", last, RequestStatus.Done)!.Value.Request.Intent);

    [Fact]
    public void At_the_start_there_is_nothing_to_go_on_with() =>
        Assert.Null(FollowUps.Continue(Request("and 10438?", Intents.OutOfScope), Message("and 10438?"), DialogueState.Empty));

    private static (UnderstoodRequest Request, OpenAsk? Resumed)? Continue(string text, string lastIntent, RequestStatus status, string state = "{}") =>
        FollowUps.Continue(Request(text, Intents.OutOfScope), Message(text), DialogueState.Empty with
        {
            Last = new ServedAsk { Request = Request("…", lastIntent), Status = status, State = new JsonText(state) },
        });

    private static UnderstoodRequest Request(string ask, string intent) => new() { Ask = ask, Agent = Intents.Agent[intent], Intent = intent, Confidence = 0.5 };

    private static CustomerMessage Message(string text) => new() { MessageId = "m", Text = text };
}
