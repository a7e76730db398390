using SupportAgents.Agents;
using SupportAgents.Customers;
using SupportAgents.Grains.Reasoning.Models;
using SupportAgents.Grains.Specialists.Personalization;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Specialists.Personalization;

public sealed class CustomerContextsTests
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Customer s_anna = new()
    {
        Id = "anna",
        FirstName = "Anna",
        LastName = "Berg",
        Email = "anna@example.org",
        Phone = "555",
        LoyaltyTier = "gold",
        Preferences = new JsonText("""{"likes":["wool"]}"""),
        PaymentMethods = [new() { Id = "card", Kind = PaymentMethodKind.CreditCard, LastFour = "4417" }],
    };

    private static readonly Product s_kettle = new() { Id = "kettle", Name = "Kettle", Variants = [] };

    [Theory]
    [InlineData(AgentNames.Orders, "First name|Loyalty tier|Recent orders|Under way or asked for")]
    [InlineData(AgentNames.Troubleshooting, "First name|Loyalty tier|Under way or asked for|Owns")]
    [InlineData(AgentNames.Recommendations, "First name|Loyalty tier|Stated preferences|Looked at lately")]
    [InlineData(AgentNames.Personalization, "First name|Loyalty tier|Stated preferences")]
    public void Agent_gets_what_its_work_needs_and_no_contact_or_card(string agent, string lines)
    {
        var words = CustomerWords.Of(Context(agent, s_anna)!);

        Assert.Equal(lines, string.Join('|', words.Split('\n').Select(line => line.Split(':')[0])));
        Assert.All(new[] { "anna@example.org", "555", "4417", "Berg" }, secret => Assert.DoesNotContain(secret, words));
    }

    [Fact]
    public void Who_switched_learning_off_has_no_interests() =>
        Assert.Null(Context(AgentNames.Recommendations, s_anna with { Preferences = new JsonText("""{"learnFromBehaviour":false}""") })!.Interests);

    [Fact]
    public void Supervisors_own_part_and_strangers_get_none()
    {
        Assert.Null(Context("desk", s_anna));
        Assert.Null(CustomerContexts.For(AgentNames.Orders, null, [], [], _ => null, s_now));
    }

    private static CustomerContext? Context(string agent, Customer customer) => CustomerContexts.For(agent, customer,
        [Order("#2", OrderStatus.Pending), Order("#1", OrderStatus.Delivered)],
        [new() { CustomerId = "anna", ProductId = "kettle", At = s_now }], id => id == "kettle" ? s_kettle : null, s_now);

    private static Order Order(string id, OrderStatus status) => new()
    {
        Id = id,
        CustomerId = "anna",
        Status = status,
        Items = [new() { VariantId = "k1", ProductId = "kettle", Name = "Kettle", Options = new Dictionary<string, string>(), Price = new Money(4_000) }],
    };
}
