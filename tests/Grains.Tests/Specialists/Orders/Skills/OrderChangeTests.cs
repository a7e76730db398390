using SupportAgents.Conversations;
using SupportAgents.Grains.Tests.Cluster;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Specialists.Orders.Skills;

[Collection(DeskCollection.Name)]
public sealed class OrderChangeTests(DeskCluster cluster) : DeskTest(cluster)
{
    [Fact]
    public async Task An_address_is_read_out_of_a_sentence()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Pending, "mouse-wired");

        Proposes(await desk.Say($"Change the address of {order.Id} to 12 Oak Avenue, Suite 4, Denver, CO 80202."), "modify_pending_order_address", "12 Oak Avenue, Suite 4, Denver, CO 80202, USA");
        Proposes(await desk.Say("No, 14 Oak Avenue, Denver, CO 80202."), "modify_pending_order_address", "14 Oak Avenue, Denver");
        await desk.Say("yes");

        Assert.Equal(new Address { Line1 = "14 Oak Avenue", City = "Denver", State = "CO", Country = "USA", PostalCode = "80202" }, Now(order).Address);
    }

    [Fact]
    public async Task The_address_of_another_order_can_be_named()
    {
        var customer = TestShop.Customer();
        var there = new Address { Line1 = "9 Lake Road", City = "Austin", State = "TX", Country = "USA", PostalCode = "73301" };
        var (order, other) = (customer.Order(OrderStatus.Pending, "mouse-wired"), customer.Order(OrderStatus.Delivered, "lamp-silver-low") with { Address = there });
        Cluster.Shop.Add(order, other);
        var desk = await Cluster.Open(customer);

        Proposes(await desk.Say($"Change the address of {order.Id} to the same address as order {other.Id}."), "modify_pending_order_address", order.Id, "9 Lake Road");
    }

    [Fact]
    public async Task A_missing_address_is_asked_for_and_known_ones_are_offered()
    {
        var customer = TestShop.Customer() with { Address = TestShop.Home with { Line1 = "77 New Street" } };
        var (desk, order) = await Begin(customer, OrderStatus.Pending, "mouse-wired");

        IsAsking(await desk.Say($"Change the address of {order.Id}."), "new address");
        Proposes(await desk.Pick("77 New Street"), "modify_pending_order_address", "77 New Street");
    }

    [Fact]
    public async Task The_only_other_payment_method_goes_without_saying()
    {
        var (desk, order) = await Begin(TestShop.Customer(TestShop.Paypal, TestShop.Visa), OrderStatus.Pending, "mouse-wired");

        Proposes(await desk.Say($"Change the payment method of {order.Id}."), "modify_pending_order_payment", "Visa ending in 4242");
        await desk.Say("yes");

        Assert.Equal(["pay_paypal", "pay_visa", "pay_paypal"], Now(order).Payments!.Select(entry => entry.PaymentMethodId));
    }

    [Fact]
    public async Task The_method_that_pays_already_needs_no_change_and_another_is_proposed()
    {
        var (desk, order) = await Begin(TestShop.Customer(TestShop.Paypal, TestShop.Visa, TestShop.GiftCard(500)), OrderStatus.Pending, "mouse-wired");

        var same = await desk.Say($"Pay {order.Id} with PayPal.");
        Proposes(await desk.Say($"Then pay {order.Id} with the card ending in 4242."), "modify_pending_order_payment", "Visa");

        Assert.Equal(RequestStatus.Declined, same.Requests.Single().Status);
        Assert.Contains("PayPal already", same.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_can_be_undone_within_the_shops_time()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Pending, "mouse-wired");
        Cluster.Shop.Policies = ShopPolicies.None with { UndoMinutes = new Dictionary<string, int> { ["cancel_pending_order"] = 30 } };
        try
        {
            await desk.Say($"Cancel {order.Id}, it was a mistake.");
            await desk.Say("yes");
            Proposes(await desk.Say("Undo that."), "undo_cancel_pending_order", order.Id);
            await desk.Say("yes");

            Assert.Equal(OrderStatus.Pending, Now(order).Status);
        }
        finally
        {
            Cluster.Shop.Policies = ShopPolicies.None;
        }
    }

    [Fact]
    public async Task What_cannot_be_undone_says_why()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Delivered, "mouse-wired");

        var refused = await desk.Say($"Undo {order.Id}.");

        Assert.Equal(RequestStatus.Declined, refused.Requests.Single().Status);
        Assert.NotNull(refused.Requests.Single().Reason);
    }

    [Fact]
    public async Task Several_requests_in_one_message_are_each_done_declined_or_asked_about()
    {
        var (desk, orders) = await Begin(TestShop.Customer(), (OrderStatus.Pending, ["mouse-wired"]), (OrderStatus.Processed, ["lamp-silver-low"]), (OrderStatus.Delivered, ["kettle-black-1l"]));

        var answer = await desk.Say($"Where is {orders[1].Id}? Cancel {orders[1].Id}, I changed my mind. Cancel {orders[0].Id}, I changed my mind. Return {orders[2].Id}.");

        Assert.Equal([RequestStatus.Done, RequestStatus.Declined, RequestStatus.Waiting, RequestStatus.Waiting], answer.Requests.Select(line => line.Status).Order());
        Proposes(answer, "cancel_pending_order", orders[0].Id);
        Proposes(await desk.Say("yes"), "return_delivered_order_items", orders[2].Id);
        await desk.Say("yes");
        Assert.Equal(OrderStatus.Cancelled, Now(orders[0]).Status);
        Assert.Equal(OrderStatus.ReturnRequested, Now(orders[2]).Status);
    }
}
