using SupportAgents.Shop;

namespace SupportAgents.Silo.Tests.Flows;

/// <summary>Says errands in plain sentences, drawn from several ways to say each.</summary>
public sealed class Phrasing(Random random)
{
    /// <summary>The whole request; with <paramref name="terse"/> it leaves out what the desk would ask for.</summary>
    public string Request(Errand errand, bool terse) => errand.Kind switch
    {
        "cancel_pending_order" => Cancel(errand, terse),
        "modify_pending_order_address" => Pick(
            $"Please change the shipping address of order {errand.Order!.Id} to {Place(errand)}.",
            $"I moved. Order {errand.Order!.Id} should go to {Place(errand)}.",
            $"Can you ship my order {errand.Order!.Id} to {Place(errand)} instead?"),
        "modify_pending_order_payment" => Pick(
            $"I want to pay for order {errand.Order!.Id} with {Payment(errand.Payment!)} instead.",
            $"Please change the payment method of order {errand.Order!.Id} to {Payment(errand.Payment!)}.",
            $"Can you switch the payment for {errand.Order!.Id} to {Payment(errand.Payment!)}?"),
        "modify_pending_order_items" => Replace(errand, terse, Pick("change", "modify", "switch")),
        "exchange_delivered_order_items" => Replace(errand, terse, Pick("exchange", "swap", "exchange")),
        "return_delivered_order_items" => Return(errand, terse),
        "update_customer_address" => Pick($"Please change the address of my account to {Written(errand.Address!)}.", $"I moved: my new profile address is {Written(errand.Address!)}."),
        _ => throw new InvalidOperationException(errand.Kind),
    };

    /// <summary>The things in a row: "the lamp, the kettle and the mouse".</summary>
    public string Things(Errand errand)
    {
        if (errand.Units.Count == errand.Order!.Items.Count && errand.Units.Count > 1 && errand.Units.All(pair => pair.New is null))
            return Pick("everything", "all of it", "all items");
        return Row([.. errand.Units.Select(pair => $"the {Thing(errand, pair.Unit)}")]);
    }

    /// <summary>"the Electric Kettle to black, 2L".</summary>
    public string Changes(Errand errand) => Row([.. errand.Units.Select(pair => Change(errand, pair.Unit, pair.New!))]);

    /// <summary>How the customer names a method.</summary>
    public string Payment(PaymentMethod method) => method.Kind switch
    {
        PaymentMethodKind.Paypal => Pick("PayPal", "my PayPal account", "paypal"),
        PaymentMethodKind.GiftCard => Pick("my gift card", "the gift card"),
        _ => Pick($"my {method.Brand} ending in {method.LastFour}", $"the credit card ending in {method.LastFour}", $"my {method.Brand} card ending with {method.LastFour}"),
    };

    /// <summary>Why, in the customer's own words.</summary>
    public string Reason(Errand errand) => errand.Reason == "ordered by mistake"
        ? Pick("I ordered it by mistake", "it was ordered by accident", "that was a mistake")
        : Pick("I no longer need it", "I don't need it anymore", "I changed my mind");

    /// <summary>The address written out.</summary>
    public static string Written(Address address) =>
        $"{address.Line1}, {(address.Line2 is null ? "" : $"{address.Line2}, ")}{address.City}, {address.State} {address.PostalCode}, {address.Country}";

    /// <summary>What a thing is to become: the options that change, or "the same".</summary>
    public string Wish(OrderItem unit, Variant wanted)
    {
        var changed = wanted.Options.Where(option => unit.Options.GetValueOrDefault(option.Key) != option.Value).ToList();
        return changed.Count == 0 ? Pick("the same one", "a new one of the same kind, identical") : Row([.. changed.Select(option => Option(option.Key, option.Value))]);
    }

    /// <summary>All options of the wanted variant.</summary>
    public string Whole(Variant wanted) => Row([.. wanted.Options.Select(option => Option(option.Key, option.Value))]);

    public string Pick(params string[] ways) => ways[random.Next(ways.Length)];

    private string Cancel(Errand errand, bool terse)
    {
        var request = Pick($"Please cancel order {errand.Order!.Id}", $"I want to cancel my order {errand.Order!.Id}", $"Cancel {errand.Order!.Id}");
        return terse ? $"{request}." : Pick($"{request}, {Reason(errand)}.", $"{request} because {Reason(errand)}.", $"{request}. {Capital(Reason(errand))}.");
    }

    private string Return(Errand errand, bool terse)
    {
        var things = Things(errand);
        var request = Pick($"I'd like to return {things} from order {errand.Order!.Id}", $"Please return {things} of my order {errand.Order!.Id}", $"For order {errand.Order!.Id}, I want to return {things}");
        return terse ? $"{request}." : Pick($"{request} and get the refund to {Payment(errand.Payment!)}.", $"{request}. Please refund to {Payment(errand.Payment!)}.");
    }

    private string Replace(Errand errand, bool terse, string verb)
    {
        var changes = Changes(errand);
        var request = Pick($"Please {verb} {changes} in order {errand.Order!.Id}", $"For order {errand.Order!.Id}, {verb} {changes}", $"In my order {errand.Order!.Id} I want to {verb} {changes}");
        if (terse)
            return errand.Units.Count == 1 && random.Next(2) == 0 ? $"I want to {verb} the {Thing(errand, errand.Units[0].Unit)} in order {errand.Order!.Id}." : $"{request}.";
        return Pick($"{request}. Use {Payment(errand.Payment!)} for the price difference.", $"{request}, and put the difference on {Payment(errand.Payment!)}.", $"{request} via {Payment(errand.Payment!)}.");
    }

    private string Change(Errand errand, OrderItem unit, Variant wanted) =>
        $"the {Thing(errand, unit)} {Pick("to", "for one with", "to one with")} {Wish(unit, wanted)}";

    /// <summary>The name, with what tells it from another of its kind in the order.</summary>
    public string Thing(Errand errand, OrderItem unit)
    {
        var others = errand.Order!.Items.Where(item => item.ProductId == unit.ProductId && item.VariantId != unit.VariantId).ToList();
        var telling = unit.Options.FirstOrDefault(option => others.TrueForAll(other => other.Options.GetValueOrDefault(option.Key) != option.Value));
        return others.Count == 0 || telling.Key is null ? unit.Name : $"{telling.Value} {unit.Name}";
    }

    private string Option(string name, string value) => value switch
    {
        "yes" => Pick($"{name} yes", $"{name}: yes"),
        "no" => Pick($"{name} no", $"no {name}"),
        "none" => Pick($"{name} none", $"no {name}"),
        _ when value.Length <= 2 || value.All(char.IsAsciiDigit) => $"{name} {value}",
        _ => Pick(value, $"{name} {value}", value),
    };

    private string Place(Errand errand) => errand.SameAddressAs is { } other && random.Next(3) == 0
        ? $"the same address as order {other}"
        : Written(errand.Address!);

    private static string Row(IReadOnlyList<string> parts) => parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
