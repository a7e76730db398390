using System.Text.Json;
using SupportAgents.Conversations;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>How the order specialist names records to a customer.</summary>
public static class OrderWords
{
    /// <summary>The status as customers know it: "return requested".</summary>
    public static string Status(OrderStatus status) => status switch
    {
        OrderStatus.PendingItemsModified => "pending (its items were changed)",
        _ => Key(status).Replace('_', ' '),
    };

    /// <summary>The wire name: <c>return_requested</c>.</summary>
    public static string Key(OrderStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());

    /// <summary>"Electric Kettle, 2 × Office Chair".</summary>
    public static string Items(Order order) => Names(order.Items);

    /// <summary>"Electric Kettle, 2 × Office Chair".</summary>
    public static string Names(IEnumerable<OrderItem> items) =>
        string.Join(", ", items.CountBy(item => item.Name).Select(name => name.Value == 1 ? name.Key : $"{name.Value} × {name.Key}"));

    /// <summary>"Electric Kettle (black, 1.5L)".</summary>
    public static string Item(OrderItem item) => item.Options.Count == 0 ? item.Name : $"{item.Name} ({Options(item.Options)})";

    /// <summary>"black, size M, water resistance: no": sizes, yes, no and none need their option's name.</summary>
    public static string Options(IReadOnlyDictionary<string, string> options) =>
        string.Join(", ", options.Select(option => IsSize(option) ? $"size {option.Value}"
            : option.Value is "yes" or "no" or "none" || option.Value.Length == 1 || option.Value.All(char.IsAsciiDigit) ? $"{option.Key}: {option.Value}" : option.Value));

    /// <summary>Letters alone do not say that they are a size.</summary>
    private static bool IsSize(KeyValuePair<string, string> option) => option.Key == "size" && option.Value.Length <= 4 && option.Value.All(char.IsAsciiLetterUpper);

    /// <summary>"#W123 · delivered · Electric Kettle, Office Chair".</summary>
    public static Choice Choice(Order order) =>
        new() { Id = OrderPrefix + order.Id, Label = $"{order.Id} · {Status(order.Status)} · {Items(order)}" };

    /// <summary>Prefix of choices that name an order.</summary>
    public const string OrderPrefix = "order:";

    /// <summary>"PayPal", "Visa ending in 4242", "gift card (balance $12.00)".</summary>
    public static string Method(PaymentMethod method) => method switch
    {
        { Kind: PaymentMethodKind.Paypal } => "PayPal",
        { Kind: PaymentMethodKind.GiftCard, Balance: { } balance } => $"gift card (balance {Reasoning.ReplyHelpers.Format(balance)})",
        { Kind: PaymentMethodKind.GiftCard } => "gift card",
        { Brand: { Length: > 0 } brand, LastFour: { } digits } => $"{char.ToUpperInvariant(brand[0])}{brand[1..]} ending in {digits}",
        { LastFour: { } digits } => $"credit card ending in {digits}",
        _ => "credit card",
    };

    /// <summary>The payment method with that id in words; "a payment method" where the customer no longer has it.</summary>
    public static string Method(string id, Customer customer) =>
        customer.FindPaymentMethod(id) is { } method ? Brief(method) : "the payment method of the order";

    /// <summary>As <see cref="Method(PaymentMethod)"/>, without a balance, in a sentence.</summary>
    public static string Brief(PaymentMethod method) => method.Kind == PaymentMethodKind.GiftCard ? "your gift card" : Method(method);

    /// <summary>How long a refund to that method takes: "5 to 7 business days"; null where the shop does not say.</summary>
    public static string? RefundTime(string methodId, Customer customer, ShopPolicies rules) =>
        customer.FindPaymentMethod(methodId) is { } method
            ? rules.RefundTimes?.GetValueOrDefault(JsonNamingPolicy.SnakeCaseLower.ConvertName(method.Kind.ToString()))
            : null;
}
