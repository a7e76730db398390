using System.Text.Json;
using System.Text.Json.Nodes;
using SupportAgents.Shop;
using SupportAgents.Support.Retail;

namespace SupportAgents.EndToEnd.Tests.Dialogues;

/// <summary>Where a customer's records differ from what a script expects of them: what it does not name must be as it was.</summary>
internal static class RecordFaults
{
    public static IEnumerable<string> OfOrders(ExpectedRecords expected, IReadOnlyList<Order> before, IReadOnlyList<Order> after) => before.SelectMany(old =>
        after.SingleOrDefault(order => order.Id == old.Id) is not { } now ? [$"order {old.Id} is gone"]
        : expected.Orders.TryGetValue(old.Id, out var wanted) ? OfOrder(wanted, now)
        : Text(now) == Text(old) ? []
        : [$"order {old.Id} was changed: {Text(now)}"]);

    public static IEnumerable<string> OfCustomer(ExpectedRecords expected, Customer before, Customer after)
    {
        if (expected.Address is null ? after.Address != before.Address : !Holds(after.Address, expected.Address))
            yield return $"the account's address is {after.Address?.OneLine()}";
        var preferences = Preferences(before);
        foreach (var (name, value) in expected.Preferences ?? [])
            preferences[name] = value?.DeepClone();
        foreach (var gone in preferences.Where(one => one.Value is null).Select(one => one.Key).ToList())
            preferences.Remove(gone);
        if (!JsonNode.DeepEquals(preferences, Preferences(after)))
            yield return $"the preferences are {after.Preferences}, not {preferences.ToJsonString()}";
        foreach (var method in after.PaymentMethods ?? [])
        {
            var balance = expected.Balances.TryGetValue(method.Id, out var wanted) ? wanted : before.FindPaymentMethod(method.Id)?.Balance;
            if (method.Balance != balance)
                yield return $"the balance of {method.Id} is {method.Balance}, not {balance}";
        }
    }

    private static IEnumerable<string> OfOrder(ExpectedOrder wanted, Order now)
    {
        if (now.Status != wanted.Status)
            yield return $"order {now.Id} is {now.Status}, not {wanted.Status}";
        if (wanted.Items is { } items && !Same(items, now.Items.Select(item => item.VariantId)))
            yield return $"order {now.Id} has {Told(now.Items.Select(item => item.VariantId))}";
        if (wanted.Address is { } address && !Holds(now.Address, address))
            yield return $"order {now.Id} goes to {now.Address?.OneLine()}";
        var payments = (now.Payments ?? []).Select(entry => $"{entry.Kind.ToString().ToLowerInvariant()} {entry.Amount} {entry.PaymentMethodId}").ToList();
        if (wanted.Payments is { } paid && !paid.SequenceEqual(payments))
            yield return $"order {now.Id} has {Told(payments)}";
        if (wanted.CancelReason is { } reason && reason != now.CancelReason)
            yield return $"order {now.Id} was cancelled because “{now.CancelReason}”";
        if (wanted.Returned is { } returned && !Same(returned, now.Return?.VariantIds ?? []))
            yield return $"of order {now.Id}, {Told(now.Return?.VariantIds ?? [])} is returned";
        var exchanged = now.Exchange is { } exchange ? exchange.VariantIds.Zip(exchange.NewVariantIds, (old, fresh) => $"{old} -> {fresh}").ToList() : [];
        if (wanted.Exchanged is { } swapped && !Same(swapped, exchanged))
            yield return $"of order {now.Id}, {Told(exchanged)} is exchanged";
    }

    private static bool Holds(Address? address, IReadOnlyList<string> parts) =>
        address is not null && parts.All(part => address.OneLine().Contains(part, StringComparison.OrdinalIgnoreCase));

    private static bool Same(IEnumerable<string> some, IEnumerable<string> others) => some.Order(StringComparer.Ordinal).SequenceEqual(others.Order(StringComparer.Ordinal));

    private static JsonObject Preferences(Customer customer) => JsonNode.Parse(customer.Preferences?.Json ?? "{}")!.AsObject();

    private static string Text(Order order) => JsonSerializer.Serialize(order, RetailShop.Json);

    private static string Told(IEnumerable<string> items) => string.Join(", ", items);
}
