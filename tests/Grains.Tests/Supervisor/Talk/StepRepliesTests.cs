using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Supervisor.Talk;

namespace SupportAgents.Grains.Tests.Supervisor.Talk;

public sealed class StepRepliesTests
{
    private static readonly OpenAsk Open = new()
    {
        Id = "a1",
        Agent = AgentNames.Troubleshooting,
        Request = Request("my plug won't join the wifi", Intents.Troubleshoot),
        Awaiting = StepReplies.Helped,
        Question = "Let us try this:\n\n1. Type the Wi-Fi password; capitals matter.\n\nDid that help?",
    };

    [Theory]
    [InlineData("Nothing helped", Intents.Goodbye, Intents.Troubleshoot)]
    [InlineData("did all that, still nothing", Intents.Goodbye, Intents.Troubleshoot)]
    [InlineData("the password is right", Intents.AccountHelp, Intents.Troubleshoot)]
    [InlineData("capitals did the trick, thank you!", Intents.TrackOrder, Intents.Affirm)]
    [InlineData("it no longer blinks", Intents.OutOfScope, Intents.Affirm)]
    [InlineData("yes", Intents.Affirm, Intents.Affirm)]
    public void How_it_went_is_told_to_who_asked(string said, string understood, string read)
    {
        var request = Assert.Single(Read(said, Request(said, understood))!);
        Assert.Equal((AgentNames.Troubleshooting, read, said), (request.Agent, request.Intent, request.Ask));
    }

    [Fact]
    public void A_question_amid_the_steps_is_one_to_the_pages() =>
        Assert.Equal(Intents.HowTo, Assert.Single(Read("how many devices can it switch?", Request("how many devices can it switch?", Intents.Troubleshoot))!).Intent);

    [Fact]
    public void Another_ask_beside_the_word_on_the_steps_stays_one_of_its_own() =>
        Assert.Equal([Intents.Affirm, Intents.OrderStatus],
            Read("it works now. where is my order?", Request("it works now", Intents.Affirm), Request("where is my order?", Intents.OrderStatus))!.Select(request => request.Intent));

    [Theory]
    [InlineData("never mind, I'll buy another", Intents.BuyProduct)]
    [InlineData("cancel my kettle order", Intents.CancelOrder)]
    public void What_is_of_another_kind_is_read_as_ever(string said, string understood) => Assert.Null(Read(said, Request(said, understood)));

    private static List<UnderstoodRequest>? Read(string said, params UnderstoodRequest[] requests) =>
        StepReplies.Read(new CustomerMessage { MessageId = "m1", Text = said }, requests, Open);

    private static UnderstoodRequest Request(string ask, string intent) => new() { Ask = ask, Agent = Intents.Agent[intent], Intent = intent, Confidence = 0.9 };
}
