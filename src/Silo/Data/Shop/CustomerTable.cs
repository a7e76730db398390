using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Shop;

/// <summary>Customers with their payment methods, as rows.</summary>
internal static class CustomerTable
{
    /// <summary>The customer, or null; locked until the transaction ends when <paramref name="locked"/>.</summary>
    public static async Task<Customer?> Find(DbSession session, string customerId, bool locked = false)
    {
        var arguments = new { customerId };
        var row = await session.First<CustomerRow>(
            $"SELECT * FROM customers WHERE id = @customerId{(locked ? session.ForUpdate : "")}", arguments);
        return row?.ToCustomer(await session.List<PaymentMethodRow>(
            "SELECT * FROM customer_payment_methods WHERE customer_id = @customerId ORDER BY line_no", arguments));
    }

    /// <summary>All customers, by id.</summary>
    public static async Task<IEnumerable<Customer>> All(DbSession session)
    {
        var customers = await session.List<CustomerRow>("SELECT * FROM customers ORDER BY id");
        var methods = (await session.List<PaymentMethodRow>("SELECT * FROM customer_payment_methods ORDER BY customer_id, line_no"))
            .ToLookup(method => method.CustomerId, StringComparer.Ordinal);
        return customers.Select(customer => customer.ToCustomer(methods[customer.Id]));
    }

    /// <summary>Adds customers, and replaces those that are there.</summary>
    public static async Task Save(DbSession session, IReadOnlyCollection<Customer> customers)
    {
        await session.ExecuteAll(
            """
            INSERT INTO customers (id, first_name, last_name, email, email_key, phone, address_line1, address_line2, address_city,
                address_state, address_country, address_postal_code, has_payment_methods, preferences, loyalty_tier, joined_at)
            VALUES (@Id, @FirstName, @LastName, @Email, @EmailKey, @Phone, @AddressLine1, @AddressLine2, @AddressCity,
                @AddressState, @AddressCountry, @AddressPostalCode, @HasPaymentMethods, @Preferences, @LoyaltyTier, @JoinedAt)
            ON CONFLICT (id) DO UPDATE SET first_name = excluded.first_name, last_name = excluded.last_name, email = excluded.email,
                email_key = excluded.email_key, phone = excluded.phone, address_line1 = excluded.address_line1,
                address_line2 = excluded.address_line2, address_city = excluded.address_city, address_state = excluded.address_state,
                address_country = excluded.address_country, address_postal_code = excluded.address_postal_code,
                has_payment_methods = excluded.has_payment_methods, preferences = excluded.preferences,
                loyalty_tier = excluded.loyalty_tier, joined_at = excluded.joined_at
            """, customers.Select(CustomerRow.From));
        await session.DeleteAll("customer_payment_methods", "customer_id", customers.Select(customer => customer.Id));
        await session.ExecuteAll(
            """
            INSERT INTO customer_payment_methods (customer_id, line_no, id, kind, brand, last_four, balance_cents)
            VALUES (@CustomerId, @LineNo, @Id, @Kind, @Brand, @LastFour, @BalanceCents)
            """, customers.SelectMany(PaymentMethodRow.From));
    }
}
