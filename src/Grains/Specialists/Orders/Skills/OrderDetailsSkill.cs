using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Orders.Skills.Reading;
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
        var key = DetailAspect.Read(context.Ask.Ask) is { } aspect ? $"detail_{aspect}" : "details";
        var told = shown.Select(order => Tell(context, IsKnown(key, order) ? key : "details", order, customer));
        return SkillResult.Done(string.Join("\n\n", told)) with { Focus = OrderQuestion.FocusOn(context, shown, context.Ask.Ask) };
    }

    private static bool IsKnown(string key, Order order) => key switch
    {
        "detail_payment" => order.Payments is { Count: > 0 },
        "detail_address" => order.Address is not null,
        "detail_placed" => order.PlacedAt is not null,
        _ => true,
    };

    private static string Tell(SkillContext context, string key, Order order, Customer customer) => context.Say(key, new
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
