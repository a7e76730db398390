using SupportAgents.Conversations;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;
using SupportAgents.Tools;

namespace SupportAgents.Grains.Specialists.Orders.Rules;

/// <summary>What an undo is decided on. The desk fills it from the executed proposal; nobody sends it.</summary>
internal sealed record UndoArguments : IOrderArguments
{
    public required string OrderId { get; init; }

    /// <summary>The kind of the proposal that is taken back.</summary>
    public required string Kind { get; init; }
    public required DateTimeOffset ExecutedAt { get; init; }

    /// <summary>The order's version right after it was executed.</summary>
    public required long OrderVersion { get; init; }

    /// <summary>The order as it was before it.</summary>
    public required JsonText Before { get; init; }
}

/// <summary>Takes back what was just done: the order becomes what it was, and gift cards with it.</summary>
internal static class UndoRule
{
    /// <summary>The kinds that can be taken back, where the shop sets a time for it.</summary>
    public static bool IsPossible(string kind) => kind is OrderToolNames.CancelPendingOrder
        or OrderToolNames.ModifyPendingOrderAddress or OrderToolNames.ReturnDeliveredOrderItems;

    public static Verdict Judge(UndoArguments arguments, ProposalFacts facts, DateTimeOffset now)
    {
        if (facts.Order is not { } order)
            return Refusals.OrderNotFound(arguments.OrderId);
        if (!IsPossible(arguments.Kind) || facts.Policies.UndoMinutes?.TryGetValue(arguments.Kind, out var minutes) != true)
            return NotUndoable(arguments.OrderId, arguments.Kind);
        if (now - arguments.ExecutedAt > TimeSpan.FromMinutes(minutes))
            return Refusals.Make("undo_window_closed", $"This can be taken back within {minutes} minutes.",
                "A person of the support team can look at it.",
                ("order_id", order.Id), ("kind", arguments.Kind), ("done_at", arguments.ExecutedAt.ToString("u")));
        if (order.Version != arguments.OrderVersion)
            return Refusals.Make("order_changed_since", "Only the last change of an order can be taken back.", null, ("order_id", order.Id));

        var before = Snapshots.Read(arguments.Before);
        var added = (order.Payments ?? []).Skip(before.Payments?.Count ?? 0).ToList();
        PaymentEntry[] reversals = [.. added.Select(Reverse)];
        foreach (var charge in reversals.Where(entry => entry.Kind == PaymentEntryKind.Payment))
            if (facts.Customer.FindPaymentMethod(charge.PaymentMethodId) is { } method
                && PaymentRefusals.Insufficient(method, charge.Amount, "undo", facts.Customer) is { } refusal)
                return refusal with { Nearest = null };
        return new Quote
        {
            Summary = $"Take back what was done to order {order.Id} ({arguments.Kind.Replace('_', ' ')}); it becomes {Words.Of(before.Status)} again, as it was.",
            Lines = [.. reversals.Select(entry => Line(entry, facts.Customer))],
            Amount = Effects.Net(reversals),
            Effect = Effects.OnOrder(order, before with { CustomerId = order.CustomerId, Version = order.Version }, Effects.Settle(facts.Customer, reversals)),
        };
    }

    public static Refusal NotUndoable(string orderId, string kind) => Refusals.Make("action_cannot_be_undone",
        "The shop's rules do not let this be taken back.", "A person of the support team can look at it.", ("order_id", orderId), ("kind", kind));

    private static PaymentEntry Reverse(PaymentEntry entry) =>
        entry with { Kind = entry.Kind == PaymentEntryKind.Refund ? PaymentEntryKind.Payment : PaymentEntryKind.Refund };

    private static ProposalLine Line(PaymentEntry entry, Customer customer) => entry.Kind == PaymentEntryKind.Payment
        ? new ProposalLine { Text = $"The refund to {Words.OfMethod(entry.PaymentMethodId, customer)} is withdrawn", Amount = entry.Amount }
        : new ProposalLine { Text = $"The charge to {Words.OfMethod(entry.PaymentMethodId, customer)} is withdrawn", Amount = -entry.Amount };
}
