using System.Text.RegularExpressions;
using SupportAgents.Agents;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>Where orders are and when they come: status, tracking numbers, carrier and estimated delivery as far as they are known.</summary>
public sealed partial class OrderStatusSkill(IPolicyStore policies) : ISkill
{
    private const int ShownAtOnce = 10;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.OrderStatus, Agents.Intents.TrackOrder, Agents.Intents.DeliveryTime];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var orders = await context.Orders(cancellationToken);
        var search = OrderQuestion.Search(context, orders, IsUnderway);
        if (search is { Found.Count: 0, Unknown: null, Candidates.Count: > 1 } && Everything().IsMatch(context.Ask.Ask))
            return Overview(context, [.. search.Candidates.Where(IsUnderway)]);
        if (search.Found.Count == 0)
            return OrderQuestion.NotFound(context, search, orders.Count);
        var shown = search.Found.Take(ShownAtOnce).ToList();
        var rules = await policies.Current(cancellationToken);
        var replies = new List<string>();
        foreach (var order in shown)
            replies.Add(await Tell(context, order, rules, cancellationToken));
        if (search.Found.Count > shown.Count)
            replies.Add(context.Say("more_orders", new { more = search.Found.Count - shown.Count }));
        return SkillResult.Done(string.Join("\n\n", replies)) with { Focus = OrderQuestion.FocusOn(context, shown, context.Ask.Ask) };
    }

    /// <summary>"What is going on with my stuff?": everything that is under way, a line each.</summary>
    private static SkillResult Overview(SkillContext context, IReadOnlyList<Order> underway)
    {
        var shown = underway.Take(ShownAtOnce).ToList();
        var reply = context.Say("open_orders", new
        {
            more = underway.Count - shown.Count,
            orders = shown.Select(order => new
            {
                id = order.Id,
                status = OrderWords.Status(order.Status),
                items = OrderWords.Items(order),
                estimated = (order.Fulfillments ?? []).Max(parcel => parcel.EstimatedDelivery),
            }),
        });
        return SkillResult.Done(reply) with { Focus = OrderQuestion.FocusOn(context, shown) };
    }

    [GeneratedRegex(@"\b(orders|stuff|things|everything|purchases|parcels|packages|deliveries)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Everything();

    private static bool IsUnderway(Order order) =>
        order.Status is not (OrderStatus.Delivered or OrderStatus.Cancelled);

    private static async Task<string> Tell(SkillContext context, Order order, ShopPolicies rules, CancellationToken cancellationToken)
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
            explanation = context.Say($"explain_{NextSteps.Key(order, rules, context.Now)}", new { until = NextSteps.ReturnUntil(order, rules) }),
            askedWhen = context.Ask.Intent == Agents.Intents.DeliveryTime && !tracking.Fulfillments.Any(parcel => parcel.EstimatedDelivery is not null) && IsUnderway(order),
            late = order.Status == OrderStatus.Shipped && tracking.Fulfillments.Any(parcel => parcel.EstimatedDelivery?.AddDays(1) < context.Now),
            parcels = tracking.Fulfillments.Select(parcel => context.Say("parcel", new
            {
                numbers = parcel.TrackingIds,
                carrier = parcel.Carrier,
                estimated = tracking.DeliveredAt is null && IsUnderway(order) ? parcel.EstimatedDelivery : null,
            })).Where(told => told.Length > 0).ToList(),
        });
    }
}
