using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportAgents.Grains.Tools;

namespace SupportAgents.Grains.Specialists.Orders;

/// <summary>Composition of the order desk.</summary>
public static class OrderDeskServices
{
    /// <summary>The order desk's tools, with confirming, undoing, handing off and calculating. Stores are registered elsewhere.</summary>
    public static IServiceCollection AddOrderDesk(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ProposalFactsReader>();
        services.AddSingleton<ProposalDesk>();
        services.AddSingleton<OrderReads>();
        services.AddSingleton<IToolset, OrdersTools>();
        services.AddSingleton<IToolset, ProposalTools>();
        services.AddSingleton<IToolset, HandOffTools>();
        services.AddSingleton<IToolset, CalculateTool>();
        services.TryAddSingleton<Toolbox>();
        return services;
    }
}
