using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Supervisor;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>What can be done with an order as it stands, in words and as choices that start it.</summary>
public static class NextSteps
{
    /// <summary>An offer is for the very next message: it is neither put again nor kept.</summary>
    private const int NotAskedAgain = 3;

    /// <summary>The intents that make sense for an order, the likeliest first.</summary>
    public static IReadOnlyList<string> Of(Order order, ShopPolicies rules, DateTimeOffset now) => order.Status switch
    {
        OrderStatus.Pending => [Intents.CancelOrder, Intents.ChangeOrderItems, Intents.ChangeOrderAddress],
        OrderStatus.Delivered =>
        [
            .. IsOpen(order, rules.ReturnWindowDays, now) ? [Intents.ReturnItems] : (string[])[],
            .. IsOpen(order, rules.ExchangeWindowDays, now) ? [Intents.ExchangeItems] : (string[])[],
        ],
        _ => [],
    };

    /// <summary>The last day on which something of it can be returned; null where the shop sets none or it was not delivered.</summary>
    public static DateTimeOffset? ReturnUntil(Order order, ShopPolicies rules) =>
        order.DeliveredAt is { } delivered && rules.ReturnWindowDays is { } days ? delivered.AddDays(days) : null;

    /// <summary>The end of the keys that tell about an order: its status, and whether it is too late to send anything back.</summary>
    public static string Key(Order order, ShopPolicies rules, DateTimeOffset now) =>
        order.Status == OrderStatus.Delivered && Of(order, rules, now).Count == 0 ? "delivered_closed" : OrderWords.Key(order.Status);

    /// <summary>What is possible, as a sentence.</summary>
    public static string Possible(SkillContext context, Order order, ShopPolicies rules) => context.Say($"possible_{Key(order, rules, context.Now)}");

    /// <summary>A reply that ends with offers: choices for the order's next steps and for a person.</summary>
    /// <param name="context">The ask.</param>
    /// <param name="order">The order; null when only a person can help.</param>
    /// <param name="rules">The shop's rules.</param>
    /// <param name="reply">The words, which say what is possible.</param>
    /// <param name="except">An intent that was just refused.</param>
    public static OpenAsk Offer(SkillContext context, Order? order, ShopPolicies rules, string reply, string? except = null)
    {
        var intents = (order is null ? [] : Of(order, rules, context.Now)).Where(intent => intent != except).Append(Intents.TalkToHuman).ToList();
        var open = context.Open(OpenAsk.Offer, reply, new OrderForm { OrderId = order?.Id },
            [.. intents.Select(intent => new Choice { Id = DialogueRouter.MeaningPrefix + intent, Label = context.Say($"step_{intent}") })]);
        return open with { Request = open.Request with { Intent = intents[0] }, Asked = NotAskedAgain };
    }

    private static bool IsOpen(Order order, int? days, DateTimeOffset now) =>
        days is not { } limit || order.DeliveredAt is not { } delivered || now - delivered <= TimeSpan.FromDays(limit);
}
