using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Agents;
using SupportAgents.Grains.Hosting;
using SupportAgents.Grains.Specialists.Orders.Skills;

namespace SupportAgents.Grains.Specialists.Orders;

/// <summary>Puts the order specialist together.</summary>
public static class OrdersServices
{
    /// <summary>Adds its tools, skills and words.</summary>
    public static IServiceCollection AddOrders(this IServiceCollection services) =>
        services.AddOrderDesk().AddAgent<OrdersReplies>(AgentNames.Orders,
            typeof(OrderStatusSkill), typeof(ListOrdersSkill), typeof(OrderDetailsSkill), typeof(RefundStatusSkill), typeof(OrderProblemSkill),
            typeof(CancelOrderSkill), typeof(ChangeOrderAddressSkill), typeof(ChangeOrderPaymentSkill), typeof(ChangeOrderItemsSkill),
            typeof(ReturnItemsSkill), typeof(ExchangeItemsSkill), typeof(UndoSkill), typeof(SettleSkill));
}
