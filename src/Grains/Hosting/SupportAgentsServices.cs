using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportAgents.Agents;
using SupportAgents.Grains.Conversations;
using SupportAgents.Grains.Customers;
using SupportAgents.Grains.Desk;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.SignIn;
using SupportAgents.Grains.Specialists.Orders;
using SupportAgents.Grains.Specialists.Personalization;
using SupportAgents.Grains.Specialists.Recommendations;
using SupportAgents.Grains.Specialists.Troubleshooting;
using SupportAgents.Grains.Specialists.Troubleshooting.Issues;
using SupportAgents.Grains.Supervisor;
using SupportAgents.Grains.Supervisor.Talk;
using SupportAgents.Grains.Tools;

namespace SupportAgents.Grains.Hosting;

/// <summary>Everything that the grains need besides adapters for the stores.</summary>
public static class SupportAgentsServices
{
    /// <summary>Adds conversations, the supervisor, the specialists, their tools and the built-in reasoner.</summary>
    public static IServiceCollection AddSupportAgents(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<ConversationOptions>().BindConfiguration("Support:Conversations").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<FiguresOptions>().BindConfiguration("Support:Figures").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<KnownIssueOptions>().BindConfiguration("Support:KnownIssues").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SignInOptions>().BindConfiguration("Support:SignIn").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<CustomerExporter>();
        services.AddSingleton<Toolbox>();
        services.AddModelReasoning();
        services.AddSingleton<KnowledgeReading>();
        services.AddAgent<DeskReplies>(DialogueRouter.Desk,
            typeof(SmallTalkSkill), typeof(YesNoSkill), typeof(PersonSkill), typeof(NotUnderstoodSkill), typeof(CalculateSkill), typeof(ClarifySkill));
        services.AddOrders();
        services.AddTroubleshooting();
        services.AddRecommendations();
        services.AddPersonalization();
        return services;
    }
}
