using SupportAgents.Grains.Specialists.Orders;
using SupportAgents.Grains.Specialists.Orders.Rules;
using SupportAgents.Shop;
using static SupportAgents.Grains.Tests.Specialists.Orders.Samples;

namespace SupportAgents.Grains.Tests.Specialists.Orders.Rules;

/// <summary>Rules that the shop's policies add.</summary>
public sealed class PolicyTests
{
    [Theory]
    [InlineData(30, 30, null)]
    [InlineData(30, 31, "return_window_closed")]
    [InlineData(null, 9_999, null)]
    [InlineData(30, null, null)]
    public void Return_window_applies_where_the_order_has_a_delivery_date(int? window, int? daysAgo, string? code)
    {
        var order = Order(OrderStatus.Delivered) with { DeliveredAt = daysAgo is { } days ? Now.AddDays(-days) : null };
        var arguments = new ReturnArguments { OrderId = "#1", VariantIds = ["k-red"], PaymentMethodId = "card" };

        Assert.Equal(code, ReturnRule.Judge(arguments, Facts(order, new ShopPolicies { ReturnWindowDays = window }), Now).Refusal?.Code);
    }

    [Fact]
    public void Exchange_has_a_window_of_its_own()
    {
        var order = Order(OrderStatus.Delivered) with { DeliveredAt = Now.AddDays(-10) };

        var verdict = ExchangeRule.Judge(Replace(["k-red"], ["k-blue"]), Facts(order, new ShopPolicies { ExchangeWindowDays = 9, ReturnWindowDays = 90 }), Now);

        Assert.Equal("exchange_window_closed", verdict.Refusal?.Code);
        Assert.Equal("2026-02-28", verdict.Refusal!.Facts["last_day"]);
    }

    [Theory]
    [InlineData("changed my mind", null)]
    [InlineData("no longer needed", "invalid_reason")]
    public void Cancel_reasons_are_the_shops(string reason, string? code) =>
        Assert.Equal(code, CancellationRule.Judge(new CancelArguments { OrderId = "#1", Reason = reason },
            Facts(Order(), new ShopPolicies { CancelReasons = ["changed my mind"] })).Refusal?.Code);

    [Theory]
    [InlineData("gift_card", "gift", null)]
    [InlineData("gift_card", "card", "refund_route_not_allowed")]
    [InlineData("original_payment", "card", null)]
    [InlineData("original_payment", "gift", "refund_route_not_allowed")]
    public void Refund_routes_are_the_shops(string route, string method, string? code) =>
        Assert.Equal(code, ReturnRule.Judge(new ReturnArguments { OrderId = "#1", VariantIds = ["k-red"], PaymentMethodId = method },
            Facts(Order(OrderStatus.Delivered), new ShopPolicies { RefundRoutes = [route] }), Now).Refusal?.Code);

    [Fact]
    public void Refund_time_of_the_method_is_told()
    {
        var policies = new ShopPolicies { RefundTimes = new Dictionary<string, string> { ["credit_card"] = "5 to 7 business days" } };

        var quote = CancellationRule.Judge(new CancelArguments { OrderId = "#1", Reason = "no longer needed" }, Facts(Order(), policies)).Quote!;

        Assert.Contains(quote.Lines, line => line.Text.Contains("5 to 7 business days", StringComparison.Ordinal));
    }
}
