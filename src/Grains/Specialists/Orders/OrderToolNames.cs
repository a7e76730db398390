namespace SupportAgents.Grains.Specialists.Orders;

/// <summary>The order desk's tools. A write's name is also the kind of the proposals that it makes.</summary>
public static class OrderToolNames
{
    public const string GetCustomerDetails = "get_customer_details";
    public const string ListOrders = "list_orders";
    public const string GetOrderDetails = "get_order_details";
    public const string TrackOrder = "track_order";

    public const string CancelPendingOrder = "cancel_pending_order";
    public const string ModifyPendingOrderAddress = "modify_pending_order_address";
    public const string ModifyPendingOrderPayment = "modify_pending_order_payment";
    public const string ModifyPendingOrderItems = "modify_pending_order_items";
    public const string ReturnDeliveredOrderItems = "return_delivered_order_items";
    public const string ExchangeDeliveredOrderItems = "exchange_delivered_order_items";
    public const string UpdateCustomerAddress = "update_customer_address";
    public const string UndoAction = "undo_action";

    public const string ConfirmProposal = "confirm_proposal";
    public const string DeclineProposal = "decline_proposal";
    public const string TransferToHuman = "transfer_to_human";

    /// <summary>The kind of the proposal that takes back what a proposal of <paramref name="kind"/> did.</summary>
    public static string UndoOf(string kind) => $"undo_{kind}";
}
