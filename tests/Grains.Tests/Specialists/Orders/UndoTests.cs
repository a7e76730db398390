using SupportAgents.Shop;
using static SupportAgents.Grains.Specialists.Orders.OrderToolNames;
using static SupportAgents.Grains.Tests.Specialists.Orders.Samples;

namespace SupportAgents.Grains.Tests.Specialists.Orders;

/// <summary>Taking back what was done.</summary>
public sealed class UndoTests
{
    private static readonly object s_undo = new { order_id = "#1" };
    private static readonly object s_cancel = new { order_id = "#1", reason = "no longer needed" };
    private static readonly object s_move = new { order_id = "#1", line1 = "2 Quay", city = "Kiel", state = "SH", country = "DE", postal_code = "24103" };
    private static readonly object s_return = new { order_id = "#1", variant_ids = new[] { "k-red" }, payment_method_id = "gift" };

    public static TheoryData<string, OrderStatus, object> Undoable => new()
    {
        { CancelPendingOrder, OrderStatus.Pending, s_cancel },
        { ModifyPendingOrderAddress, OrderStatus.Pending, s_move },
        { ReturnDeliveredOrderItems, OrderStatus.Delivered, s_return },
    };

    [Theory, MemberData(nameof(Undoable))]
    public async Task Undo_restores_the_order_and_the_gift_card(string kind, OrderStatus status, object arguments)
    {
        var desk = Desk(status);
        var before = (desk.Shop.Orders["#1"], desk.Shop.Customers["ada"].FindPaymentMethod("gift"));
        Assert.Null((await desk.Do("ada", kind, arguments)).Refusal);
        var proposal = (await desk.Call("ada", UndoAction, s_undo)).Proposal!;
        Assert.Equal(UndoOf(kind), proposal.Kind);

        Assert.Null((await desk.Call("ada", ConfirmProposal, new { proposal_id = proposal.Id })).Refusal);

        var order = desk.Shop.Orders["#1"];
        Assert.Equal(3, order.Version);
        Assert.Equal((before.Item1.Status, before.Item1.Address, before.Item1.CancelReason, before.Item1.Return), (order.Status, order.Address, order.CancelReason, order.Return));
        Assert.Equal(before.Item1.Payments, order.Payments);
        Assert.Equal(before.Item2, desk.Shop.Customers["ada"].FindPaymentMethod("gift"));
        Assert.Equal("action_cannot_be_undone", (await desk.Call("ada", UndoAction, s_undo)).Refusal!.Code);
    }

    [Fact]
    public async Task Undo_after_its_time_is_refused_also_when_it_was_proposed_in_time()
    {
        var desk = Desk(OrderStatus.Pending);
        await desk.Do("ada", CancelPendingOrder, s_cancel);
        var proposal = (await desk.Call("ada", UndoAction, s_undo)).Proposal!;
        desk.Time.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal("undo_window_closed", (await desk.Call("ada", ConfirmProposal, new { proposal_id = proposal.Id })).Refusal!.Code);
        Assert.Equal("undo_window_closed", (await desk.Call("ada", UndoAction, s_undo)).Refusal!.Code);
        Assert.Equal(OrderStatus.Cancelled, desk.Shop.Orders["#1"].Status);
    }

    [Fact]
    public async Task Undo_is_refused_where_the_shop_sets_no_time_for_it()
    {
        var desk = Desk(OrderStatus.Pending);
        desk.Shop.Policies = ShopPolicies.None;
        await desk.Do("ada", CancelPendingOrder, s_cancel);

        Assert.Equal("action_cannot_be_undone", (await desk.Call("ada", UndoAction, s_undo)).Refusal!.Code);
    }

    [Fact]
    public async Task Undo_is_refused_once_the_order_has_changed_since()
    {
        var desk = Desk(OrderStatus.Pending);
        await desk.Do("ada", CancelPendingOrder, s_cancel);
        desk.Shop.Add(desk.Shop.Orders["#1"] with { Version = 9 });

        Assert.Equal("order_changed_since", (await desk.Call("ada", UndoAction, s_undo)).Refusal!.Code);
    }

    [Fact]
    public async Task Undo_of_a_cancellation_is_refused_once_the_gift_card_is_spent()
    {
        var desk = Desk(OrderStatus.Pending);
        await desk.Do("ada", CancelPendingOrder, s_cancel);
        desk.Shop.Add(Ada);

        Assert.Equal("insufficient_gift_card_balance_to_undo", (await desk.Call("ada", UndoAction, s_undo)).Refusal!.Code);
    }

    private static OrderDeskFixture Desk(OrderStatus status)
    {
        var shop = ShopWith(Order(status, paidWith: "gift"));
        shop.Policies = new ShopPolicies
        {
            UndoMinutes = new Dictionary<string, int> { [CancelPendingOrder] = 10, [ModifyPendingOrderAddress] = 10, [ReturnDeliveredOrderItems] = 60 },
        };
        return new OrderDeskFixture(shop);
    }
}
