using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Orders;
using SupportAgents.Grains.Specialists.Orders.Skills;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Specialists.Orders;

public sealed class OrdersRepliesTests
{
    private static readonly Replies s_replies = Replies.For<OrdersReplies>();

    /// <summary>A model in which every branch of every template is taken.</summary>
    private static readonly object s_full = new
    {
        id = "#W1",
        status = "delivered",
        items = new[] { new { name = "Kettle", price = Money.FromDecimal(5) } },
        remark = "First.",
        rule = "The rule.",
        orders = new[] { new { id = "#W1", status = "pending", placed = DateTimeOffset.UnixEpoch, items = "Kettle", total = Money.FromDecimal(5) } },
        more = 2,
        count = 12,
        placed = DateTimeOffset.UnixEpoch,
        delivered = DateTimeOffset.UnixEpoch,
        explanation = "So it is.",
        askedWhen = true,
        until = DateTimeOffset.UnixEpoch,
        late = true,
        parcels = new[] { "Tracking: T1." },
        carrier = "Post",
        estimated = DateTimeOffset.UnixEpoch,
        kind = "pending ",
        all = 3,
        time = "3 days",
        street = "1 Main Street",
        wanted = "toaster",
        other = "#W2",
        value = "January 1, 1970",
        refunded = Money.FromDecimal(5),
        total = Money.FromDecimal(5),
        address = "1 Main Street",
        tracking = new[] { "T1" },
        method = "PayPal",
        amount = Money.FromDecimal(3),
        payments = new[] { new { isRefund = true, amount = Money.FromDecimal(5), method = "PayPal" } },
        refunds = new[] { new { amount = Money.FromDecimal(5), method = "PayPal", time = "3 days" } },
        pending = new { amount = Money.FromDecimal(5), method = "PayPal", time = "3 days" },
        sorry = "Sorry.",
        possible = "It can be returned.",
        numbers = new[] { "T1" },
        item = "Kettle",
        name = "Kettle",
        wished = new[] { "red" },
        variants = new[] { "red" },
        methods = new[] { "PayPal" },
        reasons = new[] { "no longer needed" },
        Facts = new { balance = "1.00", amount = "2.00" },
        summary = "This happens.",
        lines = new[] { new { text = "Line", amount = Money.FromDecimal(1) } },
        pays = true,
        gets = true,
        once = true,
        next = "Then that.",
        facts = new[] { "last day 2026-01-01" },
        nearest = "Something else.",
        text = "Done.",
        ask = "cancel",
    };

    [Fact]
    public void Every_wording_of_every_key_renders_with_everything_and_with_next_to_nothing()
    {
        foreach (var key in s_replies.Keys)
            for (var said = 0; said < 3; said++)
            {
                var full = s_replies.Render(key, said, s_full);
                Assert.DoesNotContain("{{", full + s_replies.Render(key, said, new { count = 1 }), StringComparison.Ordinal);
                Assert.True(full.Length > 0 || key.StartsWith("next_", StringComparison.Ordinal), key);
            }
    }

    [Fact]
    public void Every_status_kind_and_step_has_its_words()
    {
        var statuses = Enum.GetValues<OrderStatus>().Select(OrderWords.Key).ToList();
        string[] kinds =
        [
            "cancel_pending_order", "modify_pending_order_address", "modify_pending_order_payment", "modify_pending_order_items", "return_delivered_order_items",
            "exchange_delivered_order_items", "update_customer_address", "undo_cancel_pending_order", "undo_modify_pending_order_address", "undo_return_delivered_order_items",
        ];
        var needed = statuses.Select(status => $"explain_{status}").Concat(statuses.Select(status => $"possible_{status}"))
            .Concat(kinds.SelectMany(kind => new[] { $"done_{kind}", $"next_{kind}" }))
            .Concat(Enum.GetValues<OrderStatus>().SelectMany(status => NextSteps.Of(Samples.Order() with { Status = status }, ShopPolicies.None, DateTimeOffset.UnixEpoch)).Append("talk_to_human").Select(intent => $"step_{intent}"))
            .Concat(["explain_delivered_closed", "possible_delivered_closed"])
            .Concat(new[] { "order", "items", "reason", "address", "payment_method", "new_items", "confirmation" }.Select(awaited => $"why_{awaited}"))
            .Concat(["damaged", "missing", "wrong", "late", "other"]).Select(key => s_replies.Keys.Contains(key) || key.Contains('_', StringComparison.Ordinal) ? key : $"sorry_{key}")
            .Concat(["which_payment_refund", "which_payment_difference", "which_payment_instead"]);

        Assert.Empty(needed.Except(s_replies.Keys));
    }

    [Fact]
    public void Money_and_dates_are_written_for_reading()
    {
        var told = s_replies.Render("details", 0, s_full);

        Assert.Contains("$5.00", told, StringComparison.Ordinal);
        Assert.Contains("January 1, 1970", told, StringComparison.Ordinal);
    }
}
