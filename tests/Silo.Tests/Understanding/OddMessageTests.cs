using SupportAgents.Agents;

namespace SupportAgents.Silo.Tests.Understanding;

/// <summary>Denials, slips, greetings of many languages, and messages that are none.</summary>
public sealed class OddMessageTests(UnderstandingFixture understanding) : IClassFixture<UnderstandingFixture>
{
    [Theory]
    [InlineData("don't cancel my order", Intents.CancelOrder)]
    [InlineData("please do not cancel order #W1234567", Intents.CancelOrder)]
    [InlineData("I don't want to return the kettle", Intents.ReturnItems)]
    public async Task A_denied_ask_says_that_it_is_denied(string text, string intent)
    {
        var request = Assert.Single(await understanding.Read(text));

        Assert.True(request.Slots.Negated is true || request.Intent != intent, $"{request.Intent} is not negated");
    }

    [Theory]
    [InlineData("I don't want to return it, just exchange it for a bigger size", Intents.ExchangeItems)]
    [InlineData("don't cancel it, just change the address to 12 Oak St, Reno, NV 89501", Intents.ChangeOrderAddress)]
    public async Task Beside_what_is_wanted_a_denied_ask_is_none(string text, string intent)
    {
        var request = Assert.Single(await understanding.Read(text));

        Assert.Equal((intent, null), (request.Intent, request.Slots.Negated));
    }

    [Theory]
    [InlineData("why was my order not cancelled, i want it cancelled", null)]
    [InlineData("i don't want it any more, cancel my order", null)]
    public async Task A_no_to_something_else_denies_nothing(string text, bool? negated) =>
        Assert.All(await understanding.Read(text), request => Assert.Equal(negated, request.Slots.Negated));

    [Theory]
    [InlineData("wher is my ordr", AgentNames.Orders)]
    [InlineData("i wnat to retrun the ketle", AgentNames.Orders)]
    [InlineData("cancle my oder plz", AgentNames.Orders)]
    [InlineData("recomend me some headphnes", AgentNames.Recommendations)]
    [InlineData("teh blender dosnt work", AgentNames.Troubleshooting)]
    public async Task Slips_of_the_finger_change_nothing(string text, string agent) =>
        Assert.Equal(agent, Assert.Single(await understanding.Read(text)).Agent);

    [Theory]
    [InlineData("hola")]
    [InlineData("Bonjour !")]
    [InlineData("guten Tag")]
    [InlineData("buongiorno")]
    [InlineData("olá")]
    [InlineData("hej")]
    [InlineData("namaste")]
    [InlineData("merhaba")]
    public async Task Greetings_of_many_languages_are_greetings(string text) =>
        Assert.Equal(Intents.Greeting, Assert.Single(await understanding.Read(text)).Intent);

    public static TheoryData<string> Absurd => new()
    {
        "",
        "   \n\t ",
        "!!!???...",
        "😀😀🎉",
        "ここにあなたの注文があります",
        "где мой заказ",
        "\0\0\u0001",
        "'; DROP TABLE orders; --",
        "<script>alert('x')</script>",
        new string('a', 10_000),
        string.Concat(Enumerable.Repeat("?!", 5_000)),
        string.Concat(Enumerable.Repeat("😀", 5_000)),
        string.Concat(Enumerable.Repeat("9", 10_000)),
        string.Concat(Enumerable.Repeat("- , ", 2_500)),
        "\ud800 lone surrogate \udc00",
    };

    [Theory]
    [MemberData(nameof(Absurd))]
    public async Task What_says_nothing_is_for_nobody_or_small_talk(string text)
    {
        var request = Assert.Single(await understanding.Read(text, SlotShop.Context));

        Assert.True(request.Agent is AgentNames.Unknown or AgentNames.SmallTalk || request.Confidence < 0.7, $"{request.Intent} {request.Confidence}");
    }

    [Fact]
    public async Task A_very_long_message_is_still_read_for_its_asks()
    {
        var text = string.Concat(Enumerable.Repeat("I have been a customer for years. ", 250)) + "Please cancel order #W1234567.";

        var requests = await understanding.Read(text, SlotShop.Context);

        Assert.InRange(requests.Count, 1, 12);
    }

    [Fact]
    public async Task An_unsure_reading_names_the_next_likeliest()
    {
        var requests = await understanding.Read("about the money for the thing");

        Assert.All(requests.Where(request => request.Confidence < 0.4), request => Assert.NotNull(request.Alternative));
    }
}
