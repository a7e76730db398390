using SupportAgents.Conversations;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Rules;

/// <summary>Changing items of a pending order to other variants of the same products. Once per order, and the last change.</summary>
internal static class ItemChangeRule
{
    public static Verdict Judge(ReplaceArguments arguments, ProposalFacts facts)
    {
        if (facts.Order is not { } order)
            return Refusals.OrderNotFound(arguments.OrderId);
        if (order.Status != OrderStatus.Pending)
            return Refusals.NotPending(order, "modified");
        if (Replacements.Pair(arguments, order, facts, out var replacements) is { } wrongItems)
            return wrongItems;
        var customer = facts.Customer;
        if (customer.FindPaymentMethod(arguments.PaymentMethodId) is not { } method)
            return PaymentRefusals.NotFound(arguments.PaymentMethodId, customer);
        var difference = replacements.Difference;
        if (PaymentRefusals.Insufficient(method, difference, "pay_for_the_new_item", customer) is { } insufficient)
            return insufficient;

        var entries = Effects.Entry(difference, method.Id).ToList();
        var changed = order with
        {
            Status = OrderStatus.PendingItemsModified,
            Items = replacements.Apply(),
            Payments = [.. order.Payments ?? [], .. entries],
        };
        return new Quote
        {
            Summary = $"Change {Words.Items(replacements.Count)} of order {order.Id}; {Settlement.Now(difference, method, facts)}. After this the order can be neither changed nor cancelled.",
            Lines = [.. replacements.Lines, .. Settlement.RefundTimeLine(difference, method, facts)],
            Amount = difference,
            Effect = Effects.OnOrder(order, changed, Effects.Settle(customer, entries)),
        };
    }
}

/// <summary>How a price difference is told.</summary>
internal static class Settlement
{
    public static string Now(Money difference, PaymentMethod method, ProposalFacts facts) => difference.CompareTo(Money.Zero) switch
    {
        > 0 => $"{Words.Of(difference, facts.Policies)} is charged to {Words.Of(method, facts.Customer)}",
        < 0 => $"{Words.Of(-difference, facts.Policies)} is refunded to {Words.Of(method, facts.Customer)}",
        _ => "the price stays the same",
    };

    public static IEnumerable<ProposalLine> RefundTimeLine(Money difference, PaymentMethod method, ProposalFacts facts)
    {
        if (difference.IsNegative && Words.RefundTime(method, facts.Policies) is { } time)
            yield return new ProposalLine { Text = time };
    }
}
