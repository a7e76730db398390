using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Shop;

/// <summary>Orders with all that belongs to them, as rows.</summary>
internal static class OrderTable
{
    /// <summary>The orders that a condition on <c>orders</c> selects, newest first; those without a date last, by id.</summary>
    public static async Task<IReadOnlyList<Order>> Where(DbSession session, string condition, object? arguments = null)
    {
        var ids = $"SELECT id FROM orders WHERE {condition}";
        using var results = await session.Several(
            $"""
            SELECT * FROM orders WHERE {condition} ORDER BY CASE WHEN placed_at IS NULL THEN 1 ELSE 0 END, placed_at DESC, id;
            SELECT * FROM order_items WHERE order_id IN ({ids}) ORDER BY order_id, line_no;
            SELECT * FROM shipments WHERE order_id IN ({ids}) ORDER BY order_id, line_no;
            SELECT * FROM payments WHERE order_id IN ({ids}) ORDER BY order_id, line_no;
            SELECT * FROM returns WHERE order_id IN ({ids});
            SELECT * FROM exchanges WHERE order_id IN ({ids})
            """, arguments);
        var orders = await results.ReadAsync<OrderRow>();
        var items = (await results.ReadAsync<OrderItemRow>()).ToLookup(row => row.OrderId, StringComparer.Ordinal);
        var shipments = (await results.ReadAsync<ShipmentRow>()).ToLookup(row => row.OrderId, StringComparer.Ordinal);
        var payments = (await results.ReadAsync<PaymentRow>()).ToLookup(row => row.OrderId, StringComparer.Ordinal);
        var returns = (await results.ReadAsync<ReturnRow>()).ToDictionary(row => row.OrderId, StringComparer.Ordinal);
        var exchanges = (await results.ReadAsync<ExchangeRow>()).ToDictionary(row => row.OrderId, StringComparer.Ordinal);
        return [.. orders.Select(order => order.ToOrder(items[order.Id], shipments[order.Id], payments[order.Id],
            returns.GetValueOrDefault(order.Id), exchanges.GetValueOrDefault(order.Id)))];
    }

    /// <summary>The customer's order, locked until the transaction ends; null when it is not theirs.</summary>
    public static async Task<Order?> Lock(DbSession session, string customerId, string orderId)
    {
        var arguments = new { customerId, orderId };
        await session.First<string>($"SELECT id FROM orders WHERE customer_id = @customerId AND id = @orderId{session.ForUpdate}", arguments);
        return (await Where(session, "customer_id = @customerId AND id = @orderId", arguments)).SingleOrDefault();
    }

    /// <summary>Adds orders as version 1, and replaces those that are there with a version one higher.</summary>
    public static async Task Save(DbSession session, IReadOnlyCollection<Order> orders)
    {
        await session.ExecuteAll(
            $"""
            INSERT INTO orders (id, customer_id, status, placed_at, delivered_at, address_line1, address_line2, address_city, address_state,
                address_country, address_postal_code, has_shipments, has_payments, cancel_reason, version, changed_at)
            VALUES (@Id, @CustomerId, @Status, @PlacedAt, @DeliveredAt, @AddressLine1, @AddressLine2, @AddressCity, @AddressState,
                @AddressCountry, @AddressPostalCode, @HasShipments, @HasPayments, @CancelReason, 1, {session.Now})
            ON CONFLICT (id) DO UPDATE SET customer_id = excluded.customer_id, status = excluded.status, placed_at = excluded.placed_at,
                delivered_at = excluded.delivered_at, address_line1 = excluded.address_line1, address_line2 = excluded.address_line2,
                address_city = excluded.address_city, address_state = excluded.address_state, address_country = excluded.address_country,
                address_postal_code = excluded.address_postal_code, has_shipments = excluded.has_shipments,
                has_payments = excluded.has_payments, cancel_reason = excluded.cancel_reason, version = orders.version + 1, changed_at = excluded.changed_at
            """, orders.Select(OrderRow.From));
        foreach (var table in new[] { "order_items", "shipments", "payments", "returns", "exchanges" })
            await session.DeleteAll(table, "order_id", orders.Select(order => order.Id));
        await session.ExecuteAll(
            """
            INSERT INTO order_items (order_id, line_no, variant_id, product_id, name, options, price_cents)
            VALUES (@OrderId, @LineNo, @VariantId, @ProductId, @Name, @Options, @PriceCents)
            """, orders.SelectMany(order => order.Items.Select((item, line) => OrderItemRow.From(order, item, line))));
        await session.ExecuteAll(
            """
            INSERT INTO shipments (order_id, line_no, tracking_ids, variant_ids, carrier, estimated_delivery)
            VALUES (@OrderId, @LineNo, @TrackingIds, @VariantIds, @Carrier, @EstimatedDelivery)
            """, orders.SelectMany(order => (order.Fulfillments ?? []).Select((shipment, line) => ShipmentRow.From(order, shipment, line))));
        await session.ExecuteAll(
            """
            INSERT INTO payments (order_id, line_no, kind, amount_cents, payment_method_id)
            VALUES (@OrderId, @LineNo, @Kind, @AmountCents, @PaymentMethodId)
            """, orders.SelectMany(order => (order.Payments ?? []).Select((entry, line) => PaymentRow.From(order, entry, line))));
        await session.ExecuteAll(
            "INSERT INTO returns (order_id, variant_ids, payment_method_id) VALUES (@OrderId, @VariantIds, @PaymentMethodId)",
            orders.SelectMany(ReturnRow.From));
        await session.ExecuteAll(
            """
            INSERT INTO exchanges (order_id, variant_ids, new_variant_ids, payment_method_id, price_difference_cents)
            VALUES (@OrderId, @VariantIds, @NewVariantIds, @PaymentMethodId, @PriceDifferenceCents)
            """, orders.SelectMany(ExchangeRow.From));
    }
}
