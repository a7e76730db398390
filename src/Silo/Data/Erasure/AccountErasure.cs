using SupportAgents.Customers;
using SupportAgents.Shop;
using SupportAgents.Silo.Data.Shop;

namespace SupportAgents.Silo.Data.Erasure;

/// <summary>The account and its orders. The shop's books need the orders, which move to an account that says nothing.</summary>
internal static class AccountErasure
{
    private const string Kept = "orders: items, prices, payments and dates, for the books";

    public static async Task<ErasedStore> Orders(DbSession session, ErasureSubject subject)
    {
        var orders = await OrderTable.Where(session, "customer_id = @CustomerId", subject);
        if (orders.Count == 0)
            return new ErasedStore { Store = "orders" };
        var customer = await CustomerTable.Find(session, subject.CustomerId);
        var (account, anonymous) = Anonymiser.Anonymise(subject.Alias, customer, orders);
        await CustomerTable.Save(session, [account]);
        await OrderTable.Save(session, anonymous);
        return new ErasedStore { Store = "orders", Anonymised = orders.Count, Kept = Kept };
    }

    public static async Task<ErasedStore> Account(DbSession session, ErasureSubject subject)
    {
        var methods = await session.Execute("DELETE FROM customer_payment_methods WHERE customer_id = @CustomerId", subject);
        return new ErasedStore { Store = "account", Deleted = methods + await session.Execute("DELETE FROM customers WHERE id = @CustomerId", subject) };
    }
}

/// <summary>Takes out of orders what leads to a person. Pure.</summary>
internal static class Anonymiser
{
    /// <summary>
    /// The orders of an account that says nothing: without address, tracking numbers and words of the customer. Payment
    /// methods stay apart from each other, but keep only their kind.
    /// </summary>
    public static (Customer Account, IReadOnlyList<Order> Orders) Anonymise(string alias, Customer? customer, IReadOnlyList<Order> orders)
    {
        var known = (customer?.PaymentMethods ?? []).Select(method => method.Id);
        var used = orders.SelectMany(order => (order.Payments ?? []).Select(entry => entry.PaymentMethodId)
            .Append(order.Return?.PaymentMethodId).Append(order.Exchange?.PaymentMethodId)).OfType<string>();
        var names = known.Concat(used).Distinct(StringComparer.Ordinal).Select((id, number) => (id, Name: $"method_{number + 1}"))
            .ToDictionary(pair => pair.id, pair => pair.Name, StringComparer.Ordinal);
        var account = new Customer
        {
            Id = alias,
            FirstName = "Erased",
            LastName = "customer",
            // A name that can never be registered (RFC 2606).
            Email = $"{alias}@erased.invalid",
            PaymentMethods = [.. (customer?.PaymentMethods ?? []).Select(method => new PaymentMethod { Id = names[method.Id], Kind = method.Kind })],
        };
        return (account, [.. orders.Select(order => order with
        {
            CustomerId = alias,
            Address = null,
            CancelReason = null,
            Fulfillments = order.Fulfillments is { } shipments ? [.. shipments.Select(shipment => shipment with { TrackingIds = [] })] : null,
            Payments = order.Payments is { } payments ? [.. payments.Select(entry => entry with { PaymentMethodId = names[entry.PaymentMethodId] })] : null,
            Return = order.Return is { } returned ? returned with { PaymentMethodId = names[returned.PaymentMethodId] } : null,
            Exchange = order.Exchange is { } exchanged ? exchanged with { PaymentMethodId = names[exchanged.PaymentMethodId] } : null,
        })]);
    }
}
