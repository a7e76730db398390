using System.Text.Json;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Rules;

/// <summary>How quotes and refusals name things.</summary>
internal static class Words
{
    /// <summary>"$12.50"; "12.50 EUR" where the shop's currency is another.</summary>
    public static string Of(Money amount, ShopPolicies policies) =>
        policies.CurrencyCode == "USD" ? Reasoning.ReplyHelpers.Format(amount) : $"{amount} {policies.CurrencyCode}";

    /// <summary>"Visa ending in 4242", "PayPal", "gift card"; with the id where that alone does not tell two methods apart.</summary>
    public static string Of(PaymentMethod method, Customer customer)
    {
        var name = Name(method);
        return customer.PaymentMethods?.Count(other => Name(other) == name) > 1 ? $"{name} ({method.Id})" : name;
    }

    /// <summary>As for the method with that id; the bare id where the customer no longer has it.</summary>
    public static string OfMethod(string id, Customer customer) =>
        customer.FindPaymentMethod(id) is { } method ? Of(method, customer) : id;

    /// <summary>"T-Shirt (blue, M)".</summary>
    public static string Of(OrderItem item) => Named(item.Name, item.Options);

    /// <summary>"T-Shirt (blue, M)".</summary>
    public static string Named(string name, IReadOnlyDictionary<string, string> options) =>
        options.Count == 0 ? name : $"{name} ({string.Join(", ", options.Values)})";

    /// <summary>"1 item", "3 items".</summary>
    public static string Items(int count) => count == 1 ? "1 item" : $"{count} items";

    /// <summary>The wire name: <c>pending_items_modified</c>.</summary>
    public static string Code(OrderStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());

    /// <summary>In a sentence: "return requested".</summary>
    public static string Of(OrderStatus status) =>
        status == OrderStatus.PendingItemsModified ? "pending with its items already changed" : Code(status).Replace('_', ' ');

    /// <summary>The customer's payment methods with their ids, for "the nearest that is allowed".</summary>
    public static string MethodsOf(IEnumerable<PaymentMethod> methods, Customer customer) =>
        string.Join(", ", methods.Select(method => $"{Of(method, customer)} = {method.Id}"));

    /// <summary>How long a refund to that method takes, as a sentence; null where the shop does not say.</summary>
    public static string? RefundTime(PaymentMethod? method, ShopPolicies policies)
    {
        var kind = method is null ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName(method.Kind.ToString());
        return kind is not null && policies.RefundTimes?.TryGetValue(kind, out var time) == true
            ? $"Refund time: {time}."
            : null;
    }

    private static string Name(PaymentMethod method) => method.Kind switch
    {
        PaymentMethodKind.Paypal => "PayPal",
        PaymentMethodKind.GiftCard => "gift card",
        _ => method switch
        {
            { Brand: { Length: > 0 } brand, LastFour: { } digits } => $"{char.ToUpperInvariant(brand[0])}{brand[1..]} ending in {digits}",
            { LastFour: { } digits } => $"credit card ending in {digits}",
            _ => "credit card",
        },
    };
}
