using System.Text.Json;
using SupportAgents.Shop;

namespace SupportAgents.Support.Retail;

/// <summary>
/// Translates the data set's records into ours. Money is rounded to cents and entries of zero are left out, because a
/// difference of zero adds no entry here.
/// </summary>
public static class RetailRecords
{
    /// <summary>The shop as it must be after the changes.</summary>
    public static RetailShop Apply(this RetailShop shop, JsonElement? changed)
    {
        var orders = shop.Orders.ToDictionary();
        var customers = shop.Customers.ToDictionary();
        foreach (var order in Members(changed, "orders"))
            orders[order.Name] = ToOrder(order.Value);
        foreach (var user in Members(changed, "users"))
            customers[user.Name] = ToCustomer(user.Value, customers[user.Name]);
        return shop with { Orders = orders, Customers = customers };
    }

    /// <summary>One line for each record that differs; empty when both are the same.</summary>
    public static IReadOnlyList<string> Differences(RetailShop expected, RetailShop actual) =>
    [
        .. Compare(expected.Orders, actual.Orders), .. Compare(expected.Customers, actual.Customers),
    ];

    private static IEnumerable<string> Compare<T>(IReadOnlyDictionary<string, T> expected, IReadOnlyDictionary<string, T> actual) where T : class
    {
        foreach (var id in expected.Keys.Union(actual.Keys))
        {
            var (left, right) = (expected.GetValueOrDefault(id), actual.GetValueOrDefault(id));
            if (!ReferenceEquals(left, right) && Canonical(left) is var wanted && Canonical(right) is var got && wanted != got)
                yield return $"{id}: expected {wanted} but was {got}";
        }
    }

    /// <summary>JSON in which the order of options and payment methods does not matter.</summary>
    private static string Canonical<T>(T? record) => record switch
    {
        Order order => Write(order with
        {
            Items = [.. order.Items.Select(item => item with { Options = new SortedDictionary<string, string>(item.Options.ToDictionary(), StringComparer.Ordinal) })],
            Fulfillments = order.Fulfillments is { Count: > 0 } some ? some : null,
            Payments = order.Payments is { Count: > 0 } paid ? paid : null,
        }),
        Customer customer => Write(customer with { PaymentMethods = [.. (customer.PaymentMethods ?? []).OrderBy(method => method.Id, StringComparer.Ordinal)] }),
        _ => "nothing",
    };

    private static string Write<T>(T record) => JsonSerializer.Serialize(record, RetailShop.Json);

    private static Order ToOrder(JsonElement json) => new()
    {
        Id = Text(json, "order_id")!,
        CustomerId = Text(json, "user_id")!,
        Status = ToStatus(Text(json, "status")!),
        Address = ToAddress(json.GetProperty("address")),
        Items = [.. json.GetProperty("items").EnumerateArray().Select(item => new OrderItem
        {
            VariantId = Text(item, "item_id")!,
            ProductId = Text(item, "product_id")!,
            Name = Text(item, "name")!,
            Options = item.GetProperty("options").Deserialize<Dictionary<string, string>>()!,
            Price = ToMoney(item.GetProperty("price")),
        })],
        Fulfillments = [.. json.GetProperty("fulfillments").EnumerateArray().Select(fulfillment => new Fulfillment
        {
            TrackingIds = Texts(fulfillment, "tracking_id"),
            VariantIds = Texts(fulfillment, "item_ids"),
        })],
        Payments = [.. json.GetProperty("payment_history").EnumerateArray().Select(entry => new PaymentEntry
        {
            Kind = Text(entry, "transaction_type") == "payment" ? PaymentEntryKind.Payment : PaymentEntryKind.Refund,
            Amount = ToMoney(entry.GetProperty("amount")),
            PaymentMethodId = Text(entry, "payment_method_id")!,
        }).Where(entry => entry.Amount != Money.Zero)],
        CancelReason = Text(json, "cancel_reason"),
        Return = Text(json, "return_payment_method_id") is { } route
            ? new OrderReturn { VariantIds = Texts(json, "return_items"), PaymentMethodId = route }
            : null,
        Exchange = Text(json, "exchange_payment_method_id") is { } method
            ? new OrderExchange
            {
                VariantIds = Texts(json, "exchange_items"),
                NewVariantIds = Texts(json, "exchange_new_items"),
                PaymentMethodId = method,
                PriceDifference = ToMoney(json.GetProperty("exchange_price_difference")),
            }
            : null,
    };

    private static Customer ToCustomer(JsonElement json, Customer before) => before with
    {
        Address = ToAddress(json.GetProperty("address")),
        PaymentMethods = [.. json.GetProperty("payment_methods").EnumerateObject().Select(method =>
            before.FindPaymentMethod(method.Name)! with
            {
                Balance = method.Value.TryGetProperty("balance", out var balance) ? ToMoney(balance) : null,
            })],
    };

    private static Address ToAddress(JsonElement json) => new()
    {
        Line1 = Text(json, "address1")!,
        Line2 = Text(json, "address2") is { Length: > 0 } line2 ? line2 : null,
        City = Text(json, "city")!,
        State = Text(json, "state")!,
        Country = Text(json, "country")!,
        PostalCode = Text(json, "zip")!,
    };

    private static OrderStatus ToStatus(string status) => status switch
    {
        "pending (item modified)" => OrderStatus.PendingItemsModified,
        "return requested" => OrderStatus.ReturnRequested,
        "exchange requested" => OrderStatus.ExchangeRequested,
        _ => Enum.Parse<OrderStatus>(status, ignoreCase: true),
    };

    private static Money ToMoney(JsonElement number) => Money.FromDecimal(Math.Round((decimal)number.GetDouble(), 2));

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string[] Texts(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static List<JsonProperty> Members(JsonElement? changed, string name) =>
        changed is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(name, out var records) ? [.. records.EnumerateObject()] : [];
}
