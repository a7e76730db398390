using SupportAgents.Agents;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>Where orders are and when they come: status, tracking numbers, carrier and estimated delivery as far as they are known.</summary>
public sealed class OrderStatusSkill : ISkill
{
    private const int ShownAtOnce = 10;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.OrderStatus, Agents.Intents.TrackOrder, Agents.Intents.DeliveryTime];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var orders = await context.Orders(cancellationToken);
        var search = OrderQuestion.Search(context, orders, IsUnderway);
        if (search.Found.Count == 0)
            return OrderQuestion.NotFound(context, search, orders.Count);
        var shown = search.Found.Take(ShownAtOnce).ToList();
        var replies = new List<string>();
        foreach (var order in shown)
            replies.Add(await Tell(context, order, cancellationToken));
        if (search.Found.Count > shown.Count)
            replies.Add(context.Say("more_orders", new { more = search.Found.Count - shown.Count }));
        return SkillResult.Done(string.Join("\n\n", replies)) with { Focus = OrderQuestion.FocusOn(context, shown) };
    }

    private static bool IsUnderway(Order order) =>
        order.Status is not (OrderStatus.Delivered or OrderStatus.Cancelled);

    private static async Task<string> Tell(SkillContext context, Order order, CancellationToken cancellationToken)
    {
        var tracked = await context.Use(OrderToolNames.TrackOrder, new { order_id = order.Id }, cancellationToken);
        var tracking = tracked.Data as Tracking ?? new Tracking { OrderId = order.Id, Status = order.Status, Fulfillments = order.Fulfillments ?? [], DeliveredAt = order.DeliveredAt };
        return context.Say("status", new
        {
            id = order.Id,
            status = OrderWords.Status(tracking.Status),
            items = OrderWords.Items(order),
            placed = order.PlacedAt,
            delivered = tracking.DeliveredAt,
            explanation = context.Say($"explain_{OrderWords.Key(tracking.Status)}"),
            askedWhen = context.Ask.Intent == Agents.Intents.DeliveryTime && !tracking.Fulfillments.Any(parcel => parcel.EstimatedDelivery is not null) && IsUnderway(order),
            parcels = tracking.Fulfillments.Select(parcel => new
            {
                numbers = parcel.TrackingIds,
                carrier = parcel.Carrier,
                estimated = tracking.DeliveredAt is null && IsUnderway(order) ? parcel.EstimatedDelivery : null,
            }),
        });
    }
}
