using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Grains.Reasoning.Models;
using SupportAgents.Grains.Tests.Cluster;

namespace SupportAgents.Grains.Tests.Reasoning.Models;

/// <summary>A silo whose agents work with a scripted model.</summary>
public class ModelDesk : DeskCluster
{
    public ScriptedModel Model { get; } = new();

    protected override void AddReasoning(IServiceCollection services)
    {
        Shop.Add(TestShop.Kettle, TestShop.Lamp, TestShop.Shirt, TestShop.Mouse);
        services.AddKeyedSingleton<IChatClient>(ModelRoles.Specialist, Model);
        services.AddKeyedSingleton<IChatClient>(ModelRoles.Supervisor, Model);
    }
}

/// <summary>The same with two model calls for a turn and five for a conversation.</summary>
public sealed class ThriftyDesk : ModelDesk
{
    protected override void AddReasoning(IServiceCollection services)
    {
        base.AddReasoning(services);
        services.PostConfigure<AgentModelOptions>(options => (options.TurnBudget.Calls, options.ConversationBudget.Calls) = (2, 5));
    }
}

/// <summary>Tests that share one <see cref="ModelDesk"/>.</summary>
[CollectionDefinition(Name)]
public sealed class ModelDeskCollection : ICollectionFixture<ModelDesk>
{
    public const string Name = "model desk";
}
