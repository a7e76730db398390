using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Rules;

/// <summary>Asking to exchange delivered items for other variants of the same products. No money moves before they arrive.</summary>
internal static class ExchangeRule
{
    public static Verdict Judge(ReplaceArguments arguments, ProposalFacts facts, DateTimeOffset now)
    {
        if (facts.Order is not { } order)
            return Refusals.OrderNotFound(arguments.OrderId);
        if (order.Status != OrderStatus.Delivered)
            return Refusals.NotDelivered(order, "exchanged");
        if (Refusals.WindowClosed(order, facts.Policies.ExchangeWindowDays, "exchanged", "exchange", now) is { } late)
            return late;
        if (Replacements.Pair(arguments, order, facts, out var replacements) is { } wrongItems)
            return wrongItems;
        var customer = facts.Customer;
        if (customer.FindPaymentMethod(arguments.PaymentMethodId) is not { } method)
            return PaymentRefusals.NotFound(arguments.PaymentMethodId, customer);
        var difference = replacements.Difference;
        if (PaymentRefusals.Insufficient(method, difference, "pay_for_the_price_difference", customer) is { } insufficient)
            return insufficient;

        var exchanged = order with
        {
            Status = OrderStatus.ExchangeRequested,
            Exchange = new OrderExchange
            {
                VariantIds = [.. arguments.VariantIds.Order(StringComparer.Ordinal)],
                NewVariantIds = [.. arguments.NewVariantIds.Order(StringComparer.Ordinal)],
                PaymentMethodId = method.Id,
                PriceDifference = difference,
            },
        };
        return new Quote
        {
            Summary = $"Exchange {Words.Items(replacements.Count)} of order {order.Id}; {Settlement.Now(difference, method, facts)}{(difference == Shop.Money.Zero ? "" : " once the items have arrived")}. This can be asked for once per order.",
            Lines = [.. replacements.Lines, .. Settlement.RefundTimeLine(difference, method, facts)],
            Amount = difference,
            Effect = Effects.OnOrder(order, exchanged),
        };
    }
}
