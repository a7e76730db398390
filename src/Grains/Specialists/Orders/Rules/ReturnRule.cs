using SupportAgents.Conversations;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;
using SupportAgents.Tools;

namespace SupportAgents.Grains.Specialists.Orders.Rules;

/// <summary>Asking to send delivered items back. No money moves before they arrive.</summary>
internal static class ReturnRule
{
    private const string ToOriginal = "original_payment";
    private const string ToGiftCard = "gift_card";

    public static Verdict Judge(ReturnArguments arguments, ProposalFacts facts, DateTimeOffset now)
    {
        if (facts.Order is not { } order)
            return Refusals.OrderNotFound(arguments.OrderId);
        if (order.Status != OrderStatus.Delivered)
            return Refusals.NotDelivered(order, "returned");
        if (Refusals.WindowClosed(order, facts.Policies.ReturnWindowDays, "returned", "return", now) is { } late)
            return late;
        var customer = facts.Customer;
        if (customer.FindPaymentMethod(arguments.PaymentMethodId) is not { } method)
            return PaymentRefusals.NotFound(arguments.PaymentMethodId, customer);
        if (WrongRoute(method, order, facts) is { } wrongRoute)
            return wrongRoute;
        if (arguments.VariantIds.Count == 0)
            return Refusals.NoItems(order);
        if (Units.FirstMissing(arguments.VariantIds, order) is { } missing)
            return Refusals.ItemNotFound("some_item_not_found", missing, order);

        var units = Units.Take(arguments.VariantIds, order).Select(index => order.Items[index]).ToList();
        var refund = units.Sum(unit => unit.Price);
        var returned = order with
        {
            Status = OrderStatus.ReturnRequested,
            Return = new OrderReturn
            {
                VariantIds = [.. arguments.VariantIds.Order(StringComparer.Ordinal)],
                PaymentMethodId = method.Id,
            },
        };
        return new Quote
        {
            Summary = $"Return {Words.Items(units.Count)} of order {order.Id}; {Words.Of(refund, facts.Policies)} is refunded to {Words.Of(method, customer)} once the items have arrived.",
            Lines =
            [
                .. units.Select(unit => new ProposalLine { Text = $"Return {Words.Of(unit)}", Amount = -unit.Price }),
                .. Settlement.RefundTimeLine(-refund, method, facts),
            ],
            Amount = -refund,
            Effect = Effects.OnOrder(order, returned),
        };
    }

    private static Refusal? WrongRoute(PaymentMethod method, Order order, ProposalFacts facts)
    {
        var original = order.Payments is [var first, ..] ? first.PaymentMethodId : null;
        var isOriginal = method.Id == original;
        var isGiftCard = method.Kind == PaymentMethodKind.GiftCard;
        if (!isOriginal && !isGiftCard)
            return PaymentRefusals.NeitherOriginalNorGiftCard(method, original, facts.Customer);
        return facts.Policies.RefundRoutes is not { } routes
            || isOriginal && routes.Contains(ToOriginal) || isGiftCard && routes.Contains(ToGiftCard)
            ? null
            : PaymentRefusals.RouteNotAllowed(method, routes);
    }
}
