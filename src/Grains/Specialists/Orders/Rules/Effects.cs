using System.Text.Json;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tools;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Rules;

/// <summary>Builds what a confirmation writes.</summary>
internal static class Effects
{
    /// <summary>
    /// An order's change. The result keeps the order as it was, from which an undo is made; it is not part of the
    /// confirmation's answer.
    /// </summary>
    public static ProposalEffect OnOrder(Order before, Order after, Customer? customer = null) => new()
    {
        Order = after,
        Customer = customer,
        Result = new JsonText(JsonSerializer.Serialize(new { order = after, before }, ToolResult.JsonOptions)),
    };

    /// <summary>A change of the account.</summary>
    public static ProposalEffect OnCustomer(Customer after) => new()
    {
        Customer = after,
        Result = new JsonText(JsonSerializer.Serialize(new { customer = after }, ToolResult.JsonOptions)),
    };

    /// <summary>The customer with the gift cards charged and credited by these entries; null when no gift card is touched.</summary>
    public static Customer? Settle(Customer customer, IEnumerable<PaymentEntry> entries)
    {
        var changes = entries.GroupBy(entry => entry.PaymentMethodId).ToDictionary(group => group.Key, group => -Net(group));
        return customer.PaymentMethods is { } methods && methods.Any(IsTouched)
            ? customer with { PaymentMethods = [.. methods.Select(method => IsTouched(method) ? Changed(method) : method)] }
            : null;

        bool IsTouched(PaymentMethod method) =>
            method.Kind == PaymentMethodKind.GiftCard && changes.GetValueOrDefault(method.Id) != Money.Zero;
        PaymentMethod Changed(PaymentMethod method) =>
            method with { Balance = method.Balance.GetValueOrDefault() + changes[method.Id] };
    }

    /// <summary>Payments less refunds.</summary>
    public static Money Net(IEnumerable<PaymentEntry> entries) =>
        entries.Sum(entry => entry.Kind == PaymentEntryKind.Payment ? entry.Amount : -entry.Amount);

    /// <summary>An entry for a difference: a payment above zero, a refund below, none for zero.</summary>
    public static IEnumerable<PaymentEntry> Entry(Money difference, string methodId)
    {
        if (difference != Money.Zero)
            yield return new PaymentEntry
            {
                Kind = difference.IsNegative ? PaymentEntryKind.Refund : PaymentEntryKind.Payment,
                Amount = difference.Magnitude,
                PaymentMethodId = methodId,
            };
    }
}
