using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Agents;
using SupportAgents.Grains.Hosting;

namespace SupportAgents.Grains.Specialists.Orders;

/// <summary>Puts the order specialist together.</summary>
public static class OrdersServices
{
    /// <summary>Adds its tools, skills and words.</summary>
    public static IServiceCollection AddOrders(this IServiceCollection services) =>
        services.AddOrderDesk().AddAgent<OrdersReplies>(AgentNames.Orders);
}
