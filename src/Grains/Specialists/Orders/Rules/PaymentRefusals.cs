using SupportAgents.Shop;
using SupportAgents.Tools;

namespace SupportAgents.Grains.Specialists.Orders.Rules;

/// <summary>The refusals about payment methods.</summary>
internal static class PaymentRefusals
{
    public static Refusal NotFound(string methodId, Customer customer) => Refusals.Make("payment_method_not_found",
        "The payment method must be one of the customer's own.", Offer(customer, _ => true), ("payment_method_id", methodId));

    public static Refusal NotOnePayment(Order order) => Refusals.Make("there_should_be_exactly_one_payment_for_a_pending_order",
        "The payment method of an order can be changed once, while its only entry is the original payment.",
        "The order can be cancelled instead.", ("order_id", order.Id), ("payment_entries", $"{order.Payments?.Count ?? 0}"));

    public static Refusal SameMethod(PaymentMethod method, Customer customer) => Refusals.Make(
        "the_new_payment_method_should_be_different_from_the_current_one",
        "The new payment method must differ from the one that pays the order now.",
        Offer(customer, other => other.Id != method.Id), ("payment_method_id", method.Id));

    /// <summary>The gift card holds less than it has to pay; null when it suffices, or when the method is no gift card.</summary>
    public static Refusal? Insufficient(PaymentMethod method, Money toPay, string purpose, Customer customer) =>
        method.Kind == PaymentMethodKind.GiftCard && toPay > Money.Zero && method.Balance.GetValueOrDefault() < toPay
            ? Refusals.Make($"insufficient_gift_card_balance_to_{purpose}", "A gift card must cover the whole amount.",
                Offer(customer, other => other.Kind != PaymentMethodKind.GiftCard || other.Balance >= toPay),
                ("payment_method_id", method.Id), ("balance", $"{method.Balance.GetValueOrDefault()}"), ("amount", $"{toPay}"))
            : null;

    public static Refusal NeitherOriginalNorGiftCard(PaymentMethod method, string? original, Customer customer) => Refusals.Make(
        "payment_method_should_be_either_the_original_payment_method_or_a_gift_card",
        "A return is refunded to the order's original payment method or to a gift card.",
        Offer(customer, other => other.Id == original || other.Kind == PaymentMethodKind.GiftCard),
        ("payment_method_id", method.Id), ("original_payment_method_id", original ?? "none"));

    public static Refusal RouteNotAllowed(PaymentMethod method, IReadOnlyList<string> routes) => Refusals.Make(
        "refund_route_not_allowed", $"The shop refunds returns only to: {string.Join(", ", routes)}.", null,
        ("payment_method_id", method.Id), ("refund_routes", string.Join(", ", routes)));

    private static string? Offer(Customer customer, Func<PaymentMethod, bool> allowed)
    {
        var methods = (customer.PaymentMethods ?? []).Where(allowed).ToList();
        return methods.Count == 0 ? null : $"Possible: {Words.MethodsOf(methods, customer)}.";
    }
}
