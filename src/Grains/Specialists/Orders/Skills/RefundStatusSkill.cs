using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>What was or will be paid back for an order, where to, and how long that takes.</summary>
public sealed class RefundStatusSkill(IPolicyStore policies) : ISkill
{
    private const int ShownAtOnce = 5;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.RefundStatus];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var orders = await context.Orders(cancellationToken);
        var search = OrderQuestion.Search(context, orders, IsAboutRefund);
        if (search.Found.Count == 0 && search.Unknown is null && orders.Count > 0 && !orders.Any(IsAboutRefund))
            return SkillResult.Done(context.Say("no_refunds"));
        if (search.Found.Count == 0)
            return OrderQuestion.NotFound(context, search, orders.Count);
        var customer = await context.Customer(cancellationToken);
        var rules = await policies.Current(cancellationToken);
        var shown = search.Found.Take(ShownAtOnce).ToList();
        return SkillResult.Done(string.Join("\n\n", shown.Select(order => Tell(context, order, customer, rules)))) with { Focus = OrderQuestion.FocusOn(context, shown) };
    }

    private static bool IsAboutRefund(Order order) =>
        order.Return is not null || order.Exchange is { PriceDifference.IsNegative: true } || order.Status == OrderStatus.Cancelled
        || order.Payments?.Any(entry => entry.Kind == PaymentEntryKind.Refund) == true;

    private static string Tell(SkillContext context, Order order, Customer customer, ShopPolicies rules)
    {
        var refunds = (order.Payments ?? []).Where(entry => entry.Kind == PaymentEntryKind.Refund).ToList();
        object model = new
        {
            id = order.Id,
            status = OrderWords.Status(order.Status),
            refunds = refunds.Select(entry => new { amount = entry.Amount, method = OrderWords.Method(entry.PaymentMethodId, customer), time = OrderWords.RefundTime(entry.PaymentMethodId, customer, rules) }),
            pending = Pending(order, customer, rules),
        };
        return context.Say(refunds.Count == 0 && Pending(order, customer, rules) is null ? "refund_none" : "refund", model);
    }

    private static object? Pending(Order order, Customer customer, ShopPolicies rules) => order switch
    {
        { Return: { } asked } => Expected(Returned(order, asked), asked.PaymentMethodId, customer, rules),
        { Exchange: { PriceDifference.IsNegative: true } asked } => Expected(-asked.PriceDifference, asked.PaymentMethodId, customer, rules),
        _ => null,
    };

    private static object Expected(Money amount, string methodId, Customer customer, ShopPolicies rules) =>
        new { amount, method = OrderWords.Method(methodId, customer), time = OrderWords.RefundTime(methodId, customer, rules) };

    private static Money Returned(Order order, OrderReturn asked)
    {
        var left = order.Items.ToList();
        var sum = Money.Zero;
        foreach (var unit in asked.VariantIds.Select(id => left.Find(item => item.VariantId == id)).OfType<OrderItem>())
        {
            left.Remove(unit);
            sum += unit.Price;
        }
        return sum;
    }
}
