using SupportAgents.Grains.Specialists.Orders.Skills.Reading;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>Which of the customer's payment methods is meant.</summary>
public static class PaymentFinder
{
    private static readonly string[] s_original =
        ["original payment", "original method", "original card", "same payment", "same card", "same method", "same way", "way i paid", "way i payed", "i paid with", "i used", "payment i used", "originally", "back to the original", "original one", "original form", "same account"];

    /// <summary>The methods that the words can mean: one is clear, none was named, several have to be asked about.</summary>
    /// <param name="text">The words.</param>
    /// <param name="slot">The payment method as it was understood, if it was.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="order">The order, for "the way I paid"; null while it is not known.</param>
    public static IReadOnlyList<PaymentMethod> Find(string text, string? slot, Customer customer, Order? order)
    {
        var methods = customer.PaymentMethods ?? [];
        var said = slot is null || text.Contains(slot, StringComparison.OrdinalIgnoreCase) ? text : $"{text} {slot}";
        var exact = methods.Where(method => said.Contains(method.Id, StringComparison.OrdinalIgnoreCase)).ToList();
        if (exact.Count == 1)
            return exact;
        var words = Token.Split(said);
        var phrase = string.Join(' ', words);
        if (s_original.Any(original => phrase.Contains(original, StringComparison.Ordinal)) && Original(customer, order) is { } first)
            return [first];
        var byDigits = methods.Where(method => method.LastFour is { Length: > 0 } digits && words.Contains(digits)).ToList();
        if (byDigits.Count > 0)
            return byDigits;
        return Named(words, methods) is { Count: > 0 } named ? named : [];
    }

    /// <summary>The method that paid the order first, while the customer still has it.</summary>
    public static PaymentMethod? Original(Customer customer, Order? order) =>
        order?.Payments is [var first, ..] ? customer.FindPaymentMethod(first.PaymentMethodId) : null;

    private static List<PaymentMethod> Named(List<string> words, IReadOnlyList<PaymentMethod> methods)
    {
        var found = new List<PaymentMethod>();
        if (words.Contains("paypal") || Token.Find(words, ["pay", "pal"]) >= 0)
            found.AddRange(methods.Where(method => method.Kind == PaymentMethodKind.Paypal));
        if (words.Contains("giftcard") || Token.Find(words, ["gift", "card"]) >= 0 || Token.Find(words, ["store", "credit"]) >= 0)
            found.AddRange(methods.Where(method => method.Kind == PaymentMethodKind.GiftCard));
        var brands = methods.Where(method => method.Brand is { } brand && words.Contains(Token.Phrase(brand)[0])).ToList();
        found.AddRange(brands);
        if (brands.Count == 0 && (Token.Find(words, ["credit", "card"]) >= 0 || Token.Find(words, ["debit", "card"]) >= 0 || found.Count == 0 && Token.Find(words, ["my", "card"]) >= 0))
            found.AddRange(methods.Where(method => method.Kind == PaymentMethodKind.CreditCard));
        return found;
    }
}
