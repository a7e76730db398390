using SupportAgents.Grains.Reasoning;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>What is in an order, what it cost, where it goes and how it was paid.</summary>
public sealed class OrderDetailsSkill : ISkill
{
    private const int ShownAtOnce = 5;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.OrderDetails];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var orders = await context.Orders(cancellationToken);
        var search = OrderQuestion.Search(context, orders, _ => true);
        if (search.Found.Count == 0)
            return OrderQuestion.NotFound(context, search, orders.Count);
        var customer = await context.Customer(cancellationToken);
        var shown = search.Found.Take(ShownAtOnce).ToList();
        return SkillResult.Done(string.Join("\n\n", shown.Select(order => Tell(context, order, customer)))) with { Focus = OrderQuestion.FocusOn(context, shown) };
    }

    private static string Tell(SkillContext context, Order order, Customer customer) => context.Say("details", new
    {
        id = order.Id,
        status = OrderWords.Status(order.Status),
        placed = order.PlacedAt,
        delivered = order.DeliveredAt,
        items = order.Items.Select(item => new { name = OrderWords.Item(item), price = item.Price }),
        total = order.ItemsTotal,
        address = order.Address?.OneLine(),
        tracking = order.TrackingIds.ToList(),
        payments = (order.Payments ?? []).Select(entry => new
        {
            isRefund = entry.Kind == PaymentEntryKind.Refund,
            amount = entry.Amount,
            method = OrderWords.Method(entry.PaymentMethodId, customer),
        }),
    });
}
