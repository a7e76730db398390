using SupportAgents.Grains.Stores;
using SupportAgents.Shop;
using SupportAgents.Tools;

namespace SupportAgents.Grains.Specialists.Orders.Rules;

/// <summary>The refusals about orders and their items, each with its facts and the nearest thing that is allowed.</summary>
internal static class Refusals
{
    public static Refusal Make(string code, string rule, string? nearest, params (string Name, string Value)[] facts) =>
        new() { Code = code, Rule = rule, Nearest = nearest, Facts = facts.ToDictionary(fact => fact.Name, fact => fact.Value) };

    public static Refusal OrderNotFound(string orderId) => Make("order_not_found",
        "The customer has no order with that id.", "list_orders shows the customer's own orders with their exact ids.", ("order_id", orderId));

    public static Refusal CustomerNotFound() => Make("customer_not_found", "There is no such customer.", null);

    public static Refusal NotPending(Order order, string toBe) => Make($"non_pending_order_cannot_be_{toBe}",
        $"Only a pending order can be {toBe}; this one is {Words.Of(order.Status)}.", NearestFor(order.Status), Facts(order));

    public static Refusal NotDelivered(Order order, string toBe) => Make($"non_delivered_order_cannot_be_{toBe}",
        $"Only a delivered order can be {toBe}; this one is {Words.Of(order.Status)}.", NearestFor(order.Status), Facts(order));

    /// <summary>The window is over; null while it is open, where the shop sets none, and where the order has no delivery date.</summary>
    public static Refusal? WindowClosed(Order order, int? days, string toBe, string what, DateTimeOffset now) =>
        days is { } limit && order.DeliveredAt is { } delivered && now - delivered > TimeSpan.FromDays(limit)
            ? Make($"{what}_window_closed", $"An order can be {toBe} within {limit} days of its delivery.",
                "A person of the support team can look at an exception.",
                ("order_id", order.Id), ("delivered_at", delivered.ToString("yyyy-MM-dd")),
                ("last_day", delivered.AddDays(limit).ToString("yyyy-MM-dd")))
            : null;

    public static Refusal NoItems(Order order) => Make("no_items_given", "At least one item must be named.", ItemsOf(order), Facts(order));

    public static Refusal ItemNotFound(string code, string variantId, Order order) => Make(code,
        "Each item must be in the order as many times as it is named.", ItemsOf(order),
        ("order_id", order.Id), ("variant_id", variantId), ("in_order", $"{order.Items.Count(item => item.VariantId == variantId)}"));

    public static Refusal CountMismatch(ReplaceArguments arguments) => Make("the_number_of_items_to_be_exchanged_should_match",
        "There must be one new variant for each item to replace.", null,
        ("variant_ids", $"{arguments.VariantIds.Count}"), ("new_variant_ids", $"{arguments.NewVariantIds.Count}"));

    public static Refusal NewItemUnavailable(OrderItem unit, string newVariantId, ProposalFacts facts)
    {
        var product = facts.Products.FirstOrDefault(product => product.Id == unit.ProductId);
        var wanted = product?.FindVariant(newVariantId)?.Options ?? unit.Options;
        var offers = (product?.Variants ?? []).Where(variant => variant.Available)
            .OrderByDescending(variant => variant.Options.Count(option => wanted.GetValueOrDefault(option.Key) == option.Value))
            .Take(3).Select(variant => $"{variant.Id} ({string.Join(", ", variant.Options.Values)}; {variant.Price})").ToList();
        return Make("new_item_not_found_or_available", "A new item must be an available variant of the same product.",
            offers.Count == 0 ? null : $"Available variants of {unit.Name}: {string.Join(", ", offers)}.",
            ("new_variant_id", newVariantId), ("product_id", unit.ProductId), ("product", unit.Name),
            ("is_variant_of_product", product?.FindVariant(newVariantId) is null ? "false" : "true"));
    }

    private static (string, string)[] Facts(Order order) => [("order_id", order.Id), ("status", Words.Code(order.Status))];

    private static string ItemsOf(Order order) =>
        $"The order holds: {string.Join(", ", order.Items.Select(item => $"{Words.Of(item)} = {item.VariantId}"))}.";

    private static string NearestFor(OrderStatus status) => status switch
    {
        OrderStatus.Pending => "While it is pending, it can be cancelled, and its address, payment method or items can be changed.",
        OrderStatus.PendingItemsModified => "Once it is delivered, its items can be returned or exchanged.",
        OrderStatus.Processed or OrderStatus.Shipped => "It is on its way: once it is delivered, its items can be returned or exchanged.",
        OrderStatus.Delivered => "Its items can be returned or exchanged.",
        OrderStatus.Cancelled => "Nothing of a cancelled order can be changed; the items can be ordered anew.",
        _ => "A return or an exchange was already asked for; a person of the support team can add to it.",
    };
}
