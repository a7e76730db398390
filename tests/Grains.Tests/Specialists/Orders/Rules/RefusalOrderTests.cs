using SupportAgents.Grains.Specialists.Orders;
using SupportAgents.Grains.Specialists.Orders.Rules;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;
using static SupportAgents.Grains.Tests.Specialists.Orders.Samples;

namespace SupportAgents.Grains.Tests.Specialists.Orders.Rules;

/// <summary>Which check speaks first. Each row breaks the named check and every later one that it can.</summary>
public sealed class RefusalOrderTests
{
    [Theory]
    [InlineData(null, "because", "order_not_found")]
    [InlineData(OrderStatus.Delivered, "because", "non_pending_order_cannot_be_cancelled")]
    [InlineData(OrderStatus.PendingItemsModified, "no longer needed", "non_pending_order_cannot_be_cancelled")]
    [InlineData(OrderStatus.Pending, "No longer needed", "invalid_reason")]
    [InlineData(OrderStatus.Pending, "ordered by mistake", null)]
    public void Cancel_checks_in_order(OrderStatus? status, string reason, string? code) =>
        AssertCode(code, CancellationRule.Judge(new CancelArguments { OrderId = "#1", Reason = reason }, In(status)));

    [Theory]
    [InlineData(null, "nobodys", "order_not_found")]
    [InlineData(OrderStatus.Processed, "nobodys", "non_pending_order_cannot_be_modified")]
    [InlineData(OrderStatus.Pending, "nobodys", "payment_method_not_found")]
    [InlineData(OrderStatus.Pending, "card", "the_new_payment_method_should_be_different_from_the_current_one")]
    [InlineData(OrderStatus.Pending, "gift", "insufficient_gift_card_balance_to_pay_for_the_order")]
    [InlineData(OrderStatus.Pending, "paypal", null)]
    public void Payment_change_checks_in_order(OrderStatus? status, string method, string? code) =>
        AssertCode(code, PaymentChangeRule.Judge(new PaymentChangeArguments { OrderId = "#1", PaymentMethodId = method }, In(status)));

    [Fact]
    public void Payment_change_needs_exactly_one_payment()
    {
        var order = Order();
        foreach (var payments in new IReadOnlyList<PaymentEntry>?[] { null, [], [.. order.Payments!, .. order.Payments!], [order.Payments![0] with { Kind = PaymentEntryKind.Refund }] })
            AssertCode("there_should_be_exactly_one_payment_for_a_pending_order",
                PaymentChangeRule.Judge(new PaymentChangeArguments { OrderId = "#1", PaymentMethodId = "card" }, Facts(order with { Payments = payments })));
    }

    [Theory]
    [InlineData(null, "x", "y", "nobodys", "order_not_found")]
    [InlineData(OrderStatus.Delivered, "x", "y", "nobodys", "non_pending_order_cannot_be_modified")]
    [InlineData(OrderStatus.Pending, "", "", "nobodys", "no_items_given")]
    [InlineData(OrderStatus.Pending, "k-red,x", "k-blue", "nobodys", "item_not_found")]
    [InlineData(OrderStatus.Pending, "k-red,k-red,k-red", "k-blue", "nobodys", "item_not_found")]
    [InlineData(OrderStatus.Pending, "k-red,k-red", "nothing", "nobodys", "the_number_of_items_to_be_exchanged_should_match")]
    [InlineData(OrderStatus.Pending, "k-red", "k-gone", "nobodys", "new_item_not_found_or_available")]
    [InlineData(OrderStatus.Pending, "k-red", "l-big", "nobodys", "new_item_not_found_or_available")]
    [InlineData(OrderStatus.Pending, "k-red", "k-blue", "nobodys", "payment_method_not_found")]
    [InlineData(OrderStatus.Pending, "k-red", "k-green", "gift", "insufficient_gift_card_balance_to_pay_for_the_new_item")]
    [InlineData(OrderStatus.Pending, "k-red", "k-blue", "gift", null)]
    [InlineData(OrderStatus.Pending, "k-red", "k-red", "gift", null)]
    public void Item_change_checks_in_order(OrderStatus? status, string old, string replacement, string method, string? code) =>
        AssertCode(code, ItemChangeRule.Judge(Replace(Ids(old), Ids(replacement), method), In(status)));

    [Theory]
    [InlineData(null, "x", "y", "nobodys", "order_not_found")]
    [InlineData(OrderStatus.ReturnRequested, "x", "y", "nobodys", "non_delivered_order_cannot_be_exchanged")]
    [InlineData(OrderStatus.Delivered, "", "k-blue", "nobodys", "no_items_given")]
    [InlineData(OrderStatus.Delivered, "x", "y,z", "nobodys", "item_not_found")]
    [InlineData(OrderStatus.Delivered, "k-red", "y,z", "nobodys", "the_number_of_items_to_be_exchanged_should_match")]
    [InlineData(OrderStatus.Delivered, "k-red", "y", "nobodys", "new_item_not_found_or_available")]
    [InlineData(OrderStatus.Delivered, "k-red", "k-green", "nobodys", "payment_method_not_found")]
    [InlineData(OrderStatus.Delivered, "k-red", "k-green", "gift", "insufficient_gift_card_balance_to_pay_for_the_price_difference")]
    [InlineData(OrderStatus.Delivered, "k-red", "k-green", "paypal", null)]
    public void Exchange_checks_in_order(OrderStatus? status, string old, string replacement, string method, string? code) =>
        AssertCode(code, ExchangeRule.Judge(Replace(Ids(old), Ids(replacement), method), In(status), Now));

    [Theory]
    [InlineData(null, "x", "nobodys", "order_not_found")]
    [InlineData(OrderStatus.Pending, "x", "nobodys", "non_delivered_order_cannot_be_returned")]
    [InlineData(OrderStatus.Delivered, "x", "nobodys", "payment_method_not_found")]
    [InlineData(OrderStatus.Delivered, "x", "paypal", "payment_method_should_be_either_the_original_payment_method_or_a_gift_card")]
    [InlineData(OrderStatus.Delivered, "", "card", "no_items_given")]
    [InlineData(OrderStatus.Delivered, "l-small,l-small", "gift", "some_item_not_found")]
    [InlineData(OrderStatus.Delivered, "l-small,k-red", "gift", null)]
    public void Return_checks_in_order(OrderStatus? status, string items, string method, string? code) =>
        AssertCode(code, ReturnRule.Judge(new ReturnArguments { OrderId = "#1", VariantIds = Ids(items), PaymentMethodId = method }, In(status), Now));

    [Theory]
    [InlineData(null, "", "order_not_found")]
    [InlineData(OrderStatus.Cancelled, "", "non_pending_order_cannot_be_modified")]
    [InlineData(OrderStatus.Pending, " ", "invalid_address")]
    [InlineData(OrderStatus.Pending, "two\nlines", "invalid_address")]
    [InlineData(OrderStatus.Pending, "2 Quay", null)]
    public void Address_change_checks_in_order(OrderStatus? status, string line1, string? code) =>
        AssertCode(code, AddressRules.JudgeOrder(new OrderAddressArguments
        {
            OrderId = "#1",
            Line1 = line1,
            City = "Kiel",
            State = "",
            Country = "DE",
            PostalCode = "24103",
        }, In(status)));

    [Fact]
    public void Refusal_names_the_facts_and_the_nearest_thing_that_is_allowed()
    {
        var refusal = ItemChangeRule.Judge(Replace(["k-red"], ["k-gone"]), In(OrderStatus.Pending)).Refusal!;

        Assert.Equal("k-gone", refusal.Facts["new_variant_id"]);
        Assert.Equal("true", refusal.Facts["is_variant_of_product"]);
        Assert.Contains("k-blue", refusal.Nearest, StringComparison.Ordinal);
        Assert.DoesNotContain("k-gone", refusal.Nearest, StringComparison.Ordinal);
    }

    private static ProposalFacts In(OrderStatus? status) => Facts(status is { } known ? Order(known) : null);

    private static string[] Ids(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static void AssertCode(string? code, Verdict verdict)
    {
        Assert.Equal(code, verdict.Refusal?.Code);
        Assert.Equal(code is null, verdict.Quote is not null);
    }
}
