using SupportAgents.Agents;
using static SupportAgents.Grains.Specialists.Orders.OrderToolNames;

namespace SupportAgents.Grains.Specialists.Orders;

/// <summary>What the order specialist tells a model: the file beside this one, and its tools.</summary>
public sealed class OrdersPrompt
{
    /// <summary>The tools that a model may use.</summary>
    public static IReadOnlyList<string> Tools { get; } =
    [
        GetCustomerDetails, ListOrders, GetOrderDetails, TrackOrder, "list_product_types", "find_products", "get_product_details", "check_stock", "calculate",
        CancelPendingOrder, ModifyPendingOrderAddress, ModifyPendingOrderPayment, ModifyPendingOrderItems, ReturnDeliveredOrderItems, ExchangeDeliveredOrderItems, UpdateCustomerAddress,
        OrderToolNames.UndoAction, TransferToHuman,
    ];

    /// <summary>Intent to the tool that proposes its change.</summary>
    public static IReadOnlyDictionary<string, string> Proposing { get; } = new Dictionary<string, string>
    {
        [Intents.CancelOrder] = CancelPendingOrder,
        [Intents.ChangeOrderAddress] = ModifyPendingOrderAddress,
        [Intents.ChangeOrderPayment] = ModifyPendingOrderPayment,
        [Intents.ChangeOrderItems] = ModifyPendingOrderItems,
        [Intents.ReturnItems] = ReturnDeliveredOrderItems,
        [Intents.ExchangeItems] = ExchangeDeliveredOrderItems,
        [Intents.ChangeProfileAddress] = UpdateCustomerAddress,
        [Intents.UndoAction] = OrderToolNames.UndoAction,
    };
}
