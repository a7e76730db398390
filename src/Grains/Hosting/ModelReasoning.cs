using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportAgents.Agents;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Reasoning.Models;
using SupportAgents.Grains.Specialists.Orders;
using SupportAgents.Grains.Specialists.Personalization;
using SupportAgents.Grains.Specialists.Recommendations;
using SupportAgents.Grains.Specialists.Troubleshooting;
using SupportAgents.Grains.Supervisor;
using SupportAgents.Grains.Tools;

namespace SupportAgents.Grains.Hosting;

/// <summary>Composition of what agents do with a model.</summary>
public static class ModelReasoning
{
    /// <summary>
    /// Adds the tool loop, the briefs and the reasoner: the model's where an <see cref="IChatClient"/> is registered under
    /// <see cref="ModelRoles"/>, else the built-in one.
    /// </summary>
    public static IServiceCollection AddModelReasoning(this IServiceCollection services)
    {
        services.AddOptions<AgentModelOptions>().BindConfiguration(AgentModelOptions.Section).ValidateDataAnnotations()
            .Validate(options => options.TurnBudget.IsValid && options.ConversationBudget.IsValid, $"{AgentModelOptions.Section}:TurnBudget and :ConversationBudget take numbers from 0")
            .ValidateOnStart();
        services.AddBrief<OrdersPrompt>(AgentNames.Orders, OrdersPrompt.Tools, OrdersPrompt.Proposing);
        services.AddBrief<RecommendationsPrompt>(AgentNames.Recommendations, RecommendationsPrompt.Tools);
        services.AddBrief<TroubleshootingPrompt>(AgentNames.Troubleshooting, TroubleshootingPrompt.Tools);
        services.AddBrief<PersonalizationPrompt>(AgentNames.Personalization, PersonalizationPrompt.Tools, PersonalizationPrompt.Proposing);
        services.AddSingleton<BuiltInReasoner>();
        services.AddSingleton<ToolCalls>();
        services.TryAddSingleton<IReasoner>(Create);
        services.AddSingleton(provider => new RequestPlanner(provider.GetKeyedService<IChatClient>(ModelRoles.Supervisor),
            provider.GetRequiredService<IOptions<AgentModelOptions>>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<RequestPlanner>>()));
        services.AddSingleton(provider => new ReportJoiner(provider.GetKeyedService<IChatClient>(ModelRoles.Supervisor),
            provider.GetRequiredService<IOptions<AgentModelOptions>>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ReportJoiner>>()));
        return services;
    }

    private static IReasoner Create(IServiceProvider provider)
    {
        var builtIn = provider.GetRequiredService<BuiltInReasoner>();
        if (provider.GetKeyedService<IChatClient>(ModelRoles.Specialist) is not { } model)
            return builtIn;
        var options = provider.GetRequiredService<IOptions<AgentModelOptions>>();
        var loop = new ToolLoop(model, provider.GetRequiredService<Toolbox>(), provider.GetRequiredService<ToolCalls>(), options);
        return new ModelReasoner(loop, builtIn, options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ModelReasoner>>());
    }
}
