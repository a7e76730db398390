using SupportAgents.Conversations;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Rules;

/// <summary>Paying a pending order with another method: the new one is charged and the old one refunded. Once per order.</summary>
internal static class PaymentChangeRule
{
    public static Verdict Judge(PaymentChangeArguments arguments, ProposalFacts facts)
    {
        if (facts.Order is not { } order)
            return Refusals.OrderNotFound(arguments.OrderId);
        if (order.Status != OrderStatus.Pending)
            return Refusals.NotPending(order, "modified");
        var customer = facts.Customer;
        if (customer.FindPaymentMethod(arguments.PaymentMethodId) is not { } method)
            return PaymentRefusals.NotFound(arguments.PaymentMethodId, customer);
        if (order.Payments is not [{ Kind: PaymentEntryKind.Payment } original])
            return PaymentRefusals.NotOnePayment(order);
        if (original.PaymentMethodId == method.Id)
            return PaymentRefusals.SameMethod(method, customer);
        if (PaymentRefusals.Insufficient(method, original.Amount, "pay_for_the_order", customer) is { } refusal)
            return refusal;

        PaymentEntry[] moved =
        [
            original with { PaymentMethodId = method.Id },
            original with { Kind = PaymentEntryKind.Refund },
        ];
        var (newName, oldName) = (Words.Of(method, customer), Words.OfMethod(original.PaymentMethodId, customer));
        var lines = new List<ProposalLine>
        {
            new() { Text = $"Charge to {newName}", Amount = original.Amount },
            new() { Text = $"Refund to {oldName}", Amount = -original.Amount },
        };
        if (Words.RefundTime(customer.FindPaymentMethod(original.PaymentMethodId), facts.Policies) is { } time)
            lines.Add(new ProposalLine { Text = time });
        return new Quote
        {
            Summary = $"Pay order {order.Id} ({Words.Of(original.Amount, facts.Policies)}) with {newName} instead of {oldName}; this can be done once per order.",
            Lines = lines,
            Amount = Money.Zero,
            Effect = Effects.OnOrder(order, order with { Payments = [original, .. moved] }, Effects.Settle(customer, moved)),
        };
    }
}
