using System.Text.Json;
using SupportAgents.Shop;
using SupportAgents.Support.Retail;

namespace SupportAgents.Silo.Tests.Flows;

/// <summary>One write of a task as the customer who wants it sees it: no ids but the order's.</summary>
public sealed record Errand
{
    /// <summary>The tool that does it, which is also the kind of its proposals.</summary>
    public required string Kind { get; init; }
    public required Order? Order { get; init; }

    /// <summary>The units, and what each is to become; equal where nothing is replaced.</summary>
    public IReadOnlyList<(OrderItem Unit, Variant? New)> Units { get; init; } = [];
    public PaymentMethod? Payment { get; init; }
    public Address? Address { get; init; }

    /// <summary>An order of the customer that has that address.</summary>
    public string? SameAddressAs { get; init; }
    public string? Reason { get; init; }

    /// <summary>False for a wish that cannot be met.</summary>
    public required bool IsPossible { get; init; }

    /// <summary>The errands of a task. The order is read as it is when the errand's turn comes.</summary>
    public static IReadOnlyList<Errand> Of(RetailTask task, RetailShop shop)
    {
        var errands = new List<Errand>();
        foreach (var (action, result) in task.Actions.Zip(task.Results))
        {
            var call = RetailCall.From(action.Name, action.Arguments, shop, task.CustomerId);
            errands.Add(Read(call, shop, result.Ok));
        }
        return errands;
    }

    private static Errand Read(RetailCall call, RetailShop shop, bool isPossible)
    {
        var customer = shop.Customers[call.CustomerId];
        var order = Text(call, "order_id") is { } id ? shop.Orders.GetValueOrDefault(id) : null;
        var address = Text(call, "line1") is { } line1
            ? new Address
            {
                Line1 = line1,
                Line2 = Text(call, "line2") is { Length: > 0 } line2 ? line2 : null,
                City = Text(call, "city")!,
                State = Text(call, "state")!,
                Country = Text(call, "country")!,
                PostalCode = Text(call, "postal_code")!,
            }
            : null;
        return new Errand
        {
            Kind = call.Tool,
            Order = order,
            Units = order is null ? [] : Pair(call, order, shop),
            Payment = Text(call, "payment_method_id") is { } method ? customer.FindPaymentMethod(method) : null,
            Address = address,
            SameAddressAs = address is null ? null : shop.Orders.Values.FirstOrDefault(other => other.CustomerId == customer.Id && other.Id != order?.Id && other.Address == address)?.Id,
            Reason = Text(call, "reason"),
            IsPossible = isPossible,
        };
    }

    private static List<(OrderItem, Variant?)> Pair(RetailCall call, Order order, RetailShop shop)
    {
        var (old, replacements) = (Texts(call, "variant_ids"), Texts(call, "new_variant_ids"));
        var left = order.Items.ToList();
        var pairs = new List<(OrderItem, Variant?)>();
        for (var i = 0; i < old.Count; i++)
        {
            var unit = left.First(item => item.VariantId == old[i]);
            left.Remove(unit);
            pairs.Add((unit, replacements.Count == 0 ? null : shop.Products[unit.ProductId].FindVariant(replacements[i])));
        }
        return pairs;
    }

    private static string? Text(RetailCall call, string name) => call.Arguments[name]?.GetValue<string>();

    private static List<string> Texts(RetailCall call, string name) =>
        call.Arguments[name] is { } list ? list.Deserialize<List<string>>()! : [];
}
