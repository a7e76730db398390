using SupportAgents.Conversations;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;
using SupportAgents.Tools;

namespace SupportAgents.Grains.Specialists.Orders.Rules;

/// <summary>Replacing the address of a pending order, or of the account. Neither touches the other.</summary>
internal static class AddressRules
{
    private const int MaxLength = 200;

    public static Verdict JudgeOrder(OrderAddressArguments arguments, ProposalFacts facts)
    {
        if (facts.Order is not { } order)
            return Refusals.OrderNotFound(arguments.OrderId);
        if (order.Status != OrderStatus.Pending)
            return Refusals.NotPending(order, "modified");
        if (Unusable(arguments) is { } refusal)
            return refusal;
        var address = arguments.ToAddress();
        return new Quote
        {
            Summary = $"Send order {order.Id} to {address.OneLine()}.",
            Lines = [new ProposalLine { Text = $"Now: {order.Address?.OneLine() ?? "no address"}" }, new ProposalLine { Text = $"New: {address.OneLine()}" }],
            Amount = Money.Zero,
            Effect = Effects.OnOrder(order, order with { Address = address }),
        };
    }

    public static Verdict JudgeCustomer(CustomerAddressArguments arguments, ProposalFacts facts)
    {
        if (Unusable(arguments) is { } refusal)
            return refusal;
        var address = arguments.ToAddress();
        return new Quote
        {
            Summary = $"Change the address of the account to {address.OneLine()}; orders keep their own address.",
            Lines = [new ProposalLine { Text = $"Now: {facts.Customer.Address?.OneLine() ?? "no address"}" }, new ProposalLine { Text = $"New: {address.OneLine()}" }],
            Amount = Money.Zero,
            Effect = Effects.OnCustomer(facts.Customer with { Address = address }),
        };
    }

    private static Refusal? Unusable(AddressArguments arguments)
    {
        (string Name, string? Value, bool Required)[] parts =
        [
            ("line1", arguments.Line1, true), ("line2", arguments.Line2, false), ("city", arguments.City, true),
            ("state", arguments.State, false), ("country", arguments.Country, true), ("postal_code", arguments.PostalCode, true),
        ];
        var wrong = parts.Where(part => part.Required && string.IsNullOrWhiteSpace(part.Value)
            || part.Value?.Length > MaxLength || part.Value?.Any(char.IsControl) == true).Select(part => part.Name).ToList();
        return wrong.Count == 0 ? null : Refusals.Make("invalid_address",
            $"An address needs a street, a city, a country and a postal code, each on one line of at most {MaxLength} characters.",
            null, ("wrong", string.Join(", ", wrong)));
    }
}
