using SupportAgents.Conversations;
using SupportAgents.Shop;
using SupportAgents.Support;
using SupportAgents.Support.Retail;

namespace SupportAgents.EndToEnd.Tests.Dialogues;

/// <summary>The check of recommendations finds what it is there to find.</summary>
public sealed class RecommendedProductsTests
{
    private static readonly RetailShop _shop = DemoShop();

    [Theory]
    [InlineData("1. **Aria Espresso Machine** (black) · $349.00", "the customer has it")]
    [InlineData("1. **Aria Espresso Machine** (cream) · $359.00", "no variant in stock")]
    [InlineData("1. **Aria Espresso Machine** (black) · $339.00", "no variant in stock")]
    [InlineData("1. **Loft Fleece Pullover** (green) · $79.00", "sent it back")]
    [InlineData("1. **Moon Rover** · $9.00", "no such product")]
    [InlineData("1. **Solo Compact Espresso Machine** (black) · $189.00 — 4.9 from 400 reviews", "is said to have")]
    [InlineData("1. **Solo Compact Espresso Machine** (black) · $189.00 — because you bought the Moon Rover: 3 customers who have that bought this too", "was not")]
    [InlineData("1. **Solo Compact Espresso Machine** (black) · $189.00 — 9999 customers bought it", "is said to be bought")]
    public void What_must_not_be_recommended_is_found(string line, string fault)
    {
        var faults = new RecommendedProducts(_shop, "demo-kenji").Faults(Told(line)).ToList();
        Assert.Contains(faults, found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void What_may_be_recommended_is_no_fault() =>
        Assert.Empty(new RecommendedProducts(_shop, "demo-kenji").Faults(Told("1. **Solo Compact Espresso Machine** (black) · $189.00 — you looked at it lately")));

    private static Answer Told(string line) => new() { ConversationId = "", MessageId = "", Status = AnswerStatus.Answered, Reply = $"Here is what I would suggest:\n{line}\n" };

    private static RetailShop DemoShop() => RetailShop.Read(Repository.File("src", "Standalone", "DemoShop"));
}
