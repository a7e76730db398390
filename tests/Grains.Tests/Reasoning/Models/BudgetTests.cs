using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning.Models;
using SupportAgents.Grains.Tests.Cluster;
using SupportAgents.Shop;
using static SupportAgents.Grains.Tests.Reasoning.Models.ScriptedModel;

namespace SupportAgents.Grains.Tests.Reasoning.Models;

public sealed class BudgetTests(ThriftyDesk desk) : IClassFixture<ThriftyDesk>
{
    [Fact]
    public async Task A_turn_that_has_used_up_its_budget_is_answered_without_the_model()
    {
        var (chat, order) = await Open();
        desk.Model.Answer(order.Id, Use(("list_orders", new { })), Use(("list_orders", new { })), Say("One call too many."));

        var answer = await chat.Say($"Where is {order.Id}?");

        Assert.Equal((AnswerMode.Degraded, AnswerStatus.Answered, 2), (answer.Mode, answer.Status, answer.Usage.ModelCalls));
        Assert.Contains("shipped", answer.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_that_has_used_up_its_budget_goes_on_without_the_model()
    {
        var (chat, order) = await Open();
        for (var turn = 0; turn < 4; turn++)
            desk.Model.Answer(order.Id, Use(("track_order", new { order_id = order.Id })), Say($"Your order {order.Id} is shipped."));

        var modes = new List<(AnswerMode, int)>();
        for (var turn = 0; turn < 4; turn++)
        {
            var answer = await chat.Say($"Where is {order.Id}?");
            modes.Add((answer.Mode, answer.Usage.ModelCalls));
        }

        Assert.Equal([(AnswerMode.Model, 2), (AnswerMode.Model, 2), (AnswerMode.Degraded, 1), (AnswerMode.Degraded, 0)], modes);
    }

    [Fact]
    public void A_budget_is_spent_when_one_of_its_limits_is_reached()
    {
        var used = new Usage { ModelCalls = 3, InputTokens = 70, OutputTokens = 30, Cost = 0.02m };

        Assert.False(new ModelBudget().IsSpent(used));
        Assert.False(new ModelBudget { Calls = 4, Tokens = 101, Cost = 0.03m }.IsSpent(used));
        Assert.True(new ModelBudget { Calls = 3 }.IsSpent(used));
        Assert.True(new ModelBudget { Tokens = 100 }.IsSpent(used));
        Assert.True(new ModelBudget { Cost = 0.02m }.IsSpent(used));
        Assert.True(new ModelBudget { Calls = 0 }.IsSpent(new Usage()));
    }

    private async Task<(DeskChat Chat, Order Order)> Open()
    {
        var customer = TestShop.Customer();
        var order = customer.Order(OrderStatus.Shipped, "mouse-wired");
        desk.Shop.Add(order);
        return (await desk.Open(customer), order);
    }
}
