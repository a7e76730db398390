using SupportAgents.Conversations;
using SupportAgents.Shop;

namespace SupportAgents.Silo.Tests.Flows;

/// <summary>Reads a proposal as the customer does: is it what I asked for?</summary>
public static class ProposalCheck
{
    /// <summary>What is wrong with it; null when it is right.</summary>
    public static string? Wrong(Proposal proposal, Errand errand)
    {
        if (proposal.Kind != errand.Kind || errand.Order is { } order && !proposal.Summary.Contains(order.Id, StringComparison.Ordinal))
            return "other";
        if (errand.Reason is { } reason && !proposal.Summary.Contains(reason, StringComparison.Ordinal))
            return "reason";
        if (errand.Address is { } address && !proposal.Summary.Contains(address.OneLine(), StringComparison.Ordinal))
            return "address";
        var told = proposal.Lines.Where(line => line.Amount is not null).Select(line => line.Text).Order(StringComparer.Ordinal).ToList();
        if (errand.Units.Count > 0 && !told.SequenceEqual(errand.Units.Select(Line).Order(StringComparer.Ordinal)))
            return "items";
        var moves = proposal.Amount != Money.Zero || errand.Kind == "modify_pending_order_payment";
        return errand.Payment is { } method && moves && !(proposal.Summary.Split(';', '.').Any(part => part.Contains(Name(method), StringComparison.OrdinalIgnoreCase))) ? "payment" : null;
    }

    /// <summary>How the desk names a method.</summary>
    public static string Name(PaymentMethod method) => method.Kind switch
    {
        PaymentMethodKind.Paypal => "PayPal",
        PaymentMethodKind.GiftCard => "gift card",
        _ => $"{method.Brand} ending in {method.LastFour}",
    };

    private static string Line((OrderItem Unit, Variant? New) pair) =>
        pair.New is not { } wanted ? $"Return {Named(pair.Unit.Name, pair.Unit.Options)}"
        : wanted.Id == pair.Unit.VariantId ? $"{Named(pair.Unit.Name, pair.Unit.Options)}: replaced by the same"
        : $"{Named(pair.Unit.Name, pair.Unit.Options)} → {Named(pair.Unit.Name, wanted.Options)}";

    private static string Named(string name, IReadOnlyDictionary<string, string> options) => options.Count == 0 ? name : $"{name} ({string.Join(", ", options.Values)})";
}
