using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Agents;
using SupportAgents.Grains.Hosting;
using SupportAgents.Grains.Specialists.Troubleshooting.Issues;
using SupportAgents.Grains.Tools;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>Puts the troubleshooting specialist together.</summary>
public static class TroubleshootingServices
{
    /// <summary>Adds its tools, skills and words.</summary>
    public static IServiceCollection AddTroubleshooting(this IServiceCollection services)
    {
        services.AddSingleton<IToolset, TroubleshootingTools>();
        services.AddSingleton<TroubleEnding>();
        services.AddOptions();
        services.AddSingleton<KnownIssueRadar>();
        services.AddSingleton<TroubleMemory>();
        return services.AddAgent<TroubleshootingReplies>(AgentNames.Troubleshooting,
            typeof(AnswerSkill), typeof(WarrantySkill), typeof(TroubleshootSkill));
    }
}
