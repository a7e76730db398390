using SupportAgents.Grains.Tools;
using static SupportAgents.Grains.Specialists.Orders.OrderToolNames;

namespace SupportAgents.Grains.Specialists.Orders;

/// <summary>The order desk's reads, and its writes, which only propose.</summary>
public sealed class OrdersTools(OrderReads reads, ProposalDesk desk) : IToolset
{
    /// <inheritdoc/>
    public IEnumerable<Tool> Tools =>
    [
        Tool.Read<NoArguments>(GetCustomerDetails, "The customer's account: name, email, address, payment methods.", reads.Customer),
        Tool.Read<NoArguments>(ListOrders, "All orders of the customer, newest first.", reads.List),
        Tool.Read<OrderArguments>(GetOrderDetails, "One order with its items, payments and shipments.", reads.Details),
        Tool.Read<OrderArguments>(TrackOrder, "Where an order is: its status, shipments and tracking numbers.", reads.Track),

        Write<CancelArguments>(CancelPendingOrder,
            "Proposes to cancel a pending order and refund what was paid."),
        Write<OrderAddressArguments>(ModifyPendingOrderAddress,
            "Proposes to send a pending order to another address; the whole address is replaced, the account's is not touched."),
        Write<PaymentChangeArguments>(ModifyPendingOrderPayment,
            "Proposes to pay a pending order with another of the customer's payment methods. Possible once per order."),
        Write<ReplaceArguments>(ModifyPendingOrderItems,
            "Proposes to change items of a pending order to other variants of the same products. Possible once per order, and nothing else can be changed afterwards: collect all items first."),
        Write<ReturnArguments>(ReturnDeliveredOrderItems,
            "Proposes to return items of a delivered order. Possible once per order: collect all items first."),
        Write<ReplaceArguments>(ExchangeDeliveredOrderItems,
            "Proposes to exchange items of a delivered order for other variants of the same products, or the same again. Possible once per order: collect all items first."),
        Write<CustomerAddressArguments>(UpdateCustomerAddress,
            "Proposes to replace the address of the customer's account; orders keep their own."),
    ];

    private Tool Write<TArguments>(string name, string description) where TArguments : notnull =>
        Tool.Write<TArguments>(name, $"{description} Nothing is changed before the customer confirms the proposal.",
            (context, arguments, cancellationToken) => desk.Propose(context, name, arguments, cancellationToken));
}
