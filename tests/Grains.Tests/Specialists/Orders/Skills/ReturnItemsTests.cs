using SupportAgents.Conversations;
using SupportAgents.Grains.Tests.Cluster;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Specialists.Orders.Skills;

[Collection(DeskCollection.Name)]
public sealed class ReturnItemsTests(DeskCluster cluster) : DeskTest(cluster)
{
    private const string Return = "return_delivered_order_items";

    [Theory]
    [InlineData("Return the lamp from {0}.", "lamp-silver-low")]
    [InlineData("Return both shirts from {0}.", "shirt-blue-m,shirt-red-m")]
    [InlineData("Return the red shirt from {0}.", "shirt-red-m")]
    [InlineData("Return everything in {0}.", "lamp-silver-low,shirt-blue-m,shirt-red-m,mouse-wired")]
    [InlineData("Return everything except the mouse from {0}.", "lamp-silver-low,shirt-blue-m,shirt-red-m")]
    [InlineData("Return the lamp and the mouse from {0}.", "lamp-silver-low,mouse-wired")]
    public async Task Items_are_found_from_the_customers_words(string said, string variants)
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Delivered, "lamp-silver-low", "shirt-blue-m", "shirt-red-m", "mouse-wired");

        Proposes(await desk.Say(said.Replace("{0}", order.Id, StringComparison.Ordinal)), Return, "PayPal");
        await desk.Say("yes");

        Assert.Equal(variants.Split(',').Order(), Now(order).Return!.VariantIds.Order());
        Assert.Equal("pay_paypal", Now(order).Return!.PaymentMethodId);
    }

    [Fact]
    public async Task Which_of_two_shirts_is_asked_and_the_second_one_is_understood()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Delivered, "lamp-silver-low", "shirt-blue-m", "shirt-red-m");

        IsAsking(await desk.Say($"Return the shirt from {order.Id}."), "more than one");
        Proposes(await desk.Say("the second one"), Return, "red");
    }

    [Fact]
    public async Task An_order_is_found_by_what_is_in_it()
    {
        var (desk, orders) = await Begin(TestShop.Customer(), (OrderStatus.Delivered, ["lamp-silver-low"]), (OrderStatus.Delivered, ["kettle-black-1l"]));

        Proposes(await desk.Say("I want to return the kettle."), Return, orders[1].Id);
    }

    [Fact]
    public async Task Corrections_at_the_confirmation_make_a_new_proposal()
    {
        var (desk, order) = await Begin(TestShop.Customer(TestShop.Paypal, TestShop.GiftCard(10)), OrderStatus.Delivered, "lamp-silver-low", "mouse-wired", "kettle-black-1l");

        var first = Proposes(await desk.Say($"Return the lamp and the mouse from {order.Id}."), Return, "Desk Lamp", "Gaming Mouse");
        var second = Proposes(await desk.Say("No wait, only the mouse."), Return, "Gaming Mouse");
        Assert.DoesNotContain(second.Lines, line => line.Text.Contains("Lamp", StringComparison.Ordinal));
        Proposes(await desk.Say("And also the kettle."), Return, "Gaming Mouse", "Electric Kettle");
        Proposes(await desk.Say("Use my gift card instead."), Return, "gift card", "Electric Kettle");
        Proposes(await desk.Say("Yes, but not the kettle."), Return, "Gaming Mouse", "gift card");
        await desk.Say("yes");

        Assert.Equal(["mouse-wired"], Now(order).Return!.VariantIds);
        Assert.Equal("pay_gift", Now(order).Return!.PaymentMethodId);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task A_method_that_the_rules_do_not_allow_is_told_and_others_are_offered()
    {
        var (desk, order) = await Begin(TestShop.Customer(TestShop.Paypal, TestShop.Visa, TestShop.GiftCard(10)), OrderStatus.Delivered, "mouse-wired");

        var refused = await desk.Say($"Return the mouse from {order.Id} and refund it to my visa.");

        IsAsking(refused, "original payment method");
        Assert.Equal(["PayPal", "gift card (balance $10.00)"], refused.Choices.Select(choice => choice.Label));
        Proposes(await desk.Pick("gift card"), Return, "gift card");
    }

    [Fact]
    public async Task A_pending_order_is_refused_and_cancelling_is_offered()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Pending, "mouse-wired");

        var refused = await desk.Say($"Return the mouse from {order.Id}.");

        Assert.Equal(RequestStatus.Declined, refused.Requests.Single().Status);
        Assert.Contains("Only a delivered order", refused.Reply, StringComparison.Ordinal);
        IsAsking(await desk.Pick("Cancel"), "why");
    }

    [Fact]
    public async Task A_second_return_is_refused_and_a_person_is_offered()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.ReturnRequested, "mouse-wired");

        var refused = await desk.Say($"Return the mouse from {order.Id}.");
        Assert.Equal("Talk to a person", Assert.Single(refused.Choices).Label);
        var person = await desk.Pick("person");

        Assert.Equal(AnswerStatus.HandedOff, person.Status);
    }

    [Fact]
    public async Task A_return_after_the_window_is_refused_with_the_dates()
    {
        var customer = TestShop.Customer();
        var order = customer.Order(OrderStatus.Delivered, "mouse-wired") with { DeliveredAt = Cluster.Time.GetUtcNow().AddDays(-40) };
        Cluster.Shop.Add(order);
        var desk = await Cluster.Open(customer);
        Cluster.Shop.Policies = ShopPolicies.None with { ReturnWindowDays = 30 };
        try
        {
            var refused = await desk.Say($"Return {order.Id}.");

            Assert.Contains("30 days", refused.Reply, StringComparison.Ordinal);
            Assert.Contains("February 19, 2026", refused.Reply, StringComparison.Ordinal);
        }
        finally
        {
            Cluster.Shop.Policies = ShopPolicies.None;
        }
    }
}
