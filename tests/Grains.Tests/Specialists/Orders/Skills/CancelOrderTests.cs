using SupportAgents.Conversations;
using SupportAgents.Grains.Tests.Cluster;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Specialists.Orders.Skills;

[Collection(DeskCollection.Name)]
public sealed class CancelOrderTests(DeskCluster cluster) : DeskTest(cluster)
{
    private const string Cancel = "cancel_pending_order";

    [Theory]
    [InlineData("I changed my mind", "no longer needed")]
    [InlineData("I found it cheaper elsewhere", "no longer needed")]
    [InlineData("I ordered it by accident", "ordered by mistake")]
    public async Task A_reason_in_the_customers_words_becomes_one_of_the_shops(string said, string reason)
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Pending, "mouse-wired");

        Proposes(await desk.Say($"Cancel {order.Id}, {said}."), Cancel, reason, order.Id, "60.00");
        var done = await desk.Say("yes");

        Assert.Equal(AnswerStatus.Answered, done.Status);
        Assert.Contains("cancelled", done.Reply, StringComparison.Ordinal);
        Assert.Contains("PayPal", done.Reply, StringComparison.Ordinal);
        Assert.Equal((OrderStatus.Cancelled, reason), (Now(order).Status, Now(order).CancelReason));
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_one_at_a_time_with_choices()
    {
        var (desk, orders) = await Begin(TestShop.Customer(), (OrderStatus.Pending, ["mouse-wired"]), (OrderStatus.Pending, ["kettle-black-1l"]), (OrderStatus.Delivered, ["mouse-wired"]));

        var which = await desk.Say("Cancel my order.");
        IsAsking(which, "which order");
        Assert.Equal(2, which.Choices.Count);
        Assert.Contains(which.Choices, choice => choice.Label == $"{orders[1].Id} · pending · Electric Kettle");
        IsAsking(await desk.Pick("Kettle"), "why");
        Proposes(await desk.Pick("mistake"), Cancel, orders[1].Id, "ordered by mistake");
        await desk.Confirm();

        Assert.Equal(OrderStatus.Cancelled, Now(orders[1]).Status);
        Assert.Equal(OrderStatus.Pending, Now(orders[0]).Status);
    }

    [Fact]
    public async Task A_delivered_order_is_refused_with_the_rule_and_the_next_step_is_offered()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Delivered, "mouse-wired");

        var refused = await desk.Say($"Cancel {order.Id}, I no longer need it.");

        Assert.Equal(RequestStatus.Declined, refused.Requests.Single().Status);
        Assert.Contains("Only a pending order", refused.Reply, StringComparison.Ordinal);
        Assert.Contains("delivered", refused.Reply, StringComparison.Ordinal);
        Proposes(await desk.Pick("Return"), "return_delivered_order_items", order.Id, "Gaming Mouse");
    }

    [Fact]
    public async Task An_offer_that_is_not_taken_is_forgotten()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Delivered, "mouse-wired");

        await desk.Say($"Cancel {order.Id}.");
        await desk.Say($"Where is {order.Id}?");
        var yes = await desk.Say("yes");

        Assert.Null(yes.Proposal);
        Assert.Equal(OrderStatus.Delivered, Now(order).Status);
    }

    [Fact]
    public async Task No_leaves_everything_as_it_was()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Pending, "mouse-wired");

        await desk.Say($"Cancel {order.Id}, it was a mistake.");
        var left = await desk.Say("no");

        Assert.Equal(RequestStatus.Declined, left.Requests.Single().Status);
        Assert.Equal(OrderStatus.Pending, Now(order).Status);
        Assert.DoesNotContain(Cluster.Proposals.All, proposal => proposal.OrderId == order.Id && proposal.State == Stores.ProposalState.Open);
    }

    [Fact]
    public async Task The_other_order_takes_the_place_of_the_first()
    {
        var (desk, orders) = await Begin(TestShop.Customer(), (OrderStatus.Pending, ["mouse-wired"]), (OrderStatus.Pending, ["kettle-black-1l"]));

        Proposes(await desk.Say($"Cancel {orders[0].Id}, I changed my mind."), Cancel, orders[0].Id);
        Proposes(await desk.Say("No, actually the other order."), Cancel, orders[1].Id);
        await desk.Say("yes");

        Assert.Equal(OrderStatus.Pending, Now(orders[0]).Status);
        Assert.Equal(OrderStatus.Cancelled, Now(orders[1]).Status);
    }

    [Fact]
    public async Task Never_mind_drops_the_question()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Pending, "mouse-wired");

        IsAsking(await desk.Say($"Cancel {order.Id}."), "why");
        var dropped = await desk.Say("never mind");

        Assert.Equal(AnswerStatus.Answered, dropped.Status);
        Assert.Equal(OrderStatus.Pending, Now(order).Status);
    }

    [Fact]
    public async Task Two_orders_in_one_request_are_settled_one_after_the_other()
    {
        var (desk, orders) = await Begin(TestShop.Customer(), (OrderStatus.Pending, ["mouse-wired"]), (OrderStatus.Pending, ["kettle-black-1l"]));

        var first = await desk.Say($"Cancel {orders[0].Id} and {orders[1].Id}, I no longer need them.");
        Proposes(first, Cancel, orders[0].Id);
        Assert.Equal(2, first.Requests.Count);
        var second = await desk.Confirm();
        Proposes(second, Cancel, orders[1].Id);
        await desk.Confirm();

        Assert.All(orders, order => Assert.Equal(OrderStatus.Cancelled, Now(order).Status));
    }

    [Fact]
    public async Task A_stale_proposal_is_quoted_anew()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Pending, "mouse-wired");

        var first = Proposes(await desk.Say($"Cancel {order.Id}, I changed my mind."), Cancel);
        Cluster.Shop.Add(order with { Version = 7 });
        var anew = await desk.Say("yes");

        Assert.NotEqual(first.Id, Proposes(anew, Cancel, order.Id).Id);
        Assert.Equal(OrderStatus.Pending, Now(order).Status);
        await desk.Say("yes");
        Assert.Equal(OrderStatus.Cancelled, Now(order).Status);
    }

    [Fact]
    public async Task A_confirmation_sent_twice_gets_the_same_result_and_one_effect()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Pending, "mouse-wired");

        var proposal = Proposes(await desk.Say($"Cancel {order.Id}, I changed my mind."), Cancel);
        await desk.Confirm();
        var again = await desk.Confirm(proposalId: proposal.Id);

        Assert.Equal(AnswerStatus.Answered, again.Status);
        Assert.Contains(order.Id, again.Reply, StringComparison.Ordinal);
        Assert.Single(Now(order).Payments!, entry => entry.Kind == PaymentEntryKind.Refund);
    }

    [Fact]
    public async Task A_confirmation_of_somebody_elses_proposal_finds_nothing()
    {
        var (one, order) = await Begin(TestShop.Customer(), OrderStatus.Pending, "mouse-wired");
        var (other, _) = await Begin(TestShop.Customer(), OrderStatus.Pending, "mouse-wired");

        var proposal = Proposes(await one.Say($"Cancel {order.Id}, I changed my mind."), Cancel);
        var answer = await other.Confirm(proposalId: proposal.Id);

        Assert.Equal(RequestStatus.Declined, answer.Requests.Single().Status);
        Assert.Equal(OrderStatus.Pending, Now(order).Status);
    }
}
