using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Supervisor;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>What can be done with an order as it stands, offered as choices that start it.</summary>
public static class NextSteps
{
    /// <summary>An offer is for the very next message: it is neither put again nor kept.</summary>
    private const int NotAskedAgain = 3;

    /// <summary>The intents that make sense for a status, the likeliest first.</summary>
    public static IReadOnlyList<string> Of(OrderStatus status) => status switch
    {
        OrderStatus.Pending => [Agents.Intents.CancelOrder, Agents.Intents.ChangeOrderItems, Agents.Intents.ChangeOrderAddress],
        OrderStatus.Delivered => [Agents.Intents.ReturnItems, Agents.Intents.ExchangeItems],
        OrderStatus.Cancelled => [],
        _ => [],
    };

    /// <summary>A reply that ends with offers: choices for the order's next steps and for a person.</summary>
    /// <param name="context">The ask.</param>
    /// <param name="order">The order; null when only a person can help.</param>
    /// <param name="reply">The words, which say what is possible.</param>
    /// <param name="except">An intent that was just refused.</param>
    public static OpenAsk Offer(SkillContext context, Order? order, string reply, string? except = null)
    {
        var intents = (order is null ? [] : Of(order.Status)).Where(intent => intent != except).Append(Agents.Intents.TalkToHuman).ToList();
        var open = context.Open(OpenAsk.Offer, reply, new OrderForm { OrderId = order?.Id },
            [.. intents.Select(intent => new Choice { Id = DialogueRouter.MeaningPrefix + intent, Label = context.Say($"step_{intent}") })]);
        return open with { Request = open.Request with { Intent = intents[0] }, Asked = NotAskedAgain };
    }
}
