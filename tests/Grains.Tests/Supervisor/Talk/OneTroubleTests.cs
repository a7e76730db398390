using SupportAgents.Agents;
using SupportAgents.Grains.Supervisor.Talk;

namespace SupportAgents.Grains.Tests.Supervisor.Talk;

public sealed class OneTroubleTests
{
    private static readonly UnderstoodRequest _plug = Ask("my plug won't join", Intents.Troubleshoot, "plug");

    [Theory]
    [InlineData(Intents.Troubleshoot, Intents.Troubleshoot)]
    [InlineData(Intents.WarrantyClaim, Intents.WarrantyClaim)]
    [InlineData(Intents.Complaint, Intents.Troubleshoot)]
    [InlineData(Intents.OrderProblem, Intents.OrderProblem)]
    public void What_goes_on_telling_belongs_to_what_was_told(string intent, string expected)
    {
        var joined = Assert.Single(OneTrouble.Join([_plug with { Intent = intent }, Ask("its light blinks", Intents.Troubleshoot)]));
        Assert.Equal((expected, "my plug won't join. its light blinks"), (joined.Intent, joined.Ask));
        Assert.NotNull(joined.Slots.Products);
    }

    [Fact]
    public void Another_thing_a_question_and_another_matter_are_asks_of_their_own()
    {
        foreach (var next in (UnderstoodRequest[])[Ask("my watch is slow", Intents.Troubleshoot, "watch"), Ask("what do I do?", Intents.Troubleshoot), Ask("cancel it", Intents.CancelOrder)])
            Assert.Equal(2, OneTrouble.Join([_plug, next]).Count());
        Assert.Equal(2, OneTrouble.Join([Ask("your service is bad", Intents.Complaint), Ask("it leaks", Intents.Troubleshoot)]).Count());
    }

    private static UnderstoodRequest Ask(string text, string intent, string? product = null) => new()
    {
        Ask = text,
        Intent = intent,
        Agent = AgentNames.Troubleshooting,
        Confidence = 0.9,
        Slots = new Slots { Products = product is null ? null : [new ProductMention { Text = product }] },
    };
}
