using SupportAgents.Conversations;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Rules;

/// <summary>Cancelling a pending order: everything that was paid, net, goes back to where it came from.</summary>
internal static class CancellationRule
{
    private static readonly string[] s_reasons = ["no longer needed", "ordered by mistake"];

    public static Verdict Judge(CancelArguments arguments, ProposalFacts facts)
    {
        if (facts.Order is not { } order)
            return Refusals.OrderNotFound(arguments.OrderId);
        if (order.Status != OrderStatus.Pending)
            return Refusals.NotPending(order, "cancelled");
        var reasons = facts.Policies.CancelReasons ?? s_reasons;
        if (!reasons.Contains(arguments.Reason, StringComparer.Ordinal))
            return Refusals.Make("invalid_reason", "A cancellation needs one of the shop's accepted reasons.",
                $"Accepted reasons: {string.Join(", ", reasons.Select(reason => $"'{reason}'"))}.", ("reason", arguments.Reason));

        var refunds = Refunds(order).ToList();
        var total = refunds.Sum(refund => refund.Amount);
        var cancelled = order with
        {
            Status = OrderStatus.Cancelled,
            CancelReason = arguments.Reason,
            Payments = [.. order.Payments ?? [], .. refunds],
        };
        return new Quote
        {
            Summary = refunds.Count == 0
                ? $"Cancel order {order.Id} ({arguments.Reason}); nothing was paid."
                : $"Cancel order {order.Id} ({arguments.Reason}) and refund {Words.Of(total, facts.Policies)} to {string.Join(" and ", refunds.Select(refund => Words.OfMethod(refund.PaymentMethodId, facts.Customer)))}.",
            Lines = [.. refunds.SelectMany(refund => RefundLines(refund, facts))],
            Amount = -total,
            Effect = Effects.OnOrder(order, cancelled, Effects.Settle(facts.Customer, refunds)),
        };
    }

    /// <summary>One refund for each method that has paid more than it got back, and together never more than was paid net.</summary>
    private static IEnumerable<PaymentEntry> Refunds(Order order)
    {
        var left = order.NetPaid;
        foreach (var method in (order.Payments ?? []).GroupBy(entry => entry.PaymentMethodId))
        {
            var paid = Effects.Net(method);
            var refund = paid < left ? paid : left;
            if (refund <= Money.Zero)
                continue;
            left -= refund;
            yield return new PaymentEntry { Kind = PaymentEntryKind.Refund, Amount = refund, PaymentMethodId = method.Key };
        }
    }

    private static IEnumerable<ProposalLine> RefundLines(PaymentEntry refund, ProposalFacts facts)
    {
        yield return new ProposalLine { Text = $"Refund to {Words.OfMethod(refund.PaymentMethodId, facts.Customer)}", Amount = -refund.Amount };
        if (Words.RefundTime(facts.Customer.FindPaymentMethod(refund.PaymentMethodId), facts.Policies) is { } time)
            yield return new ProposalLine { Text = time };
    }
}
