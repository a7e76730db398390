using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Grains.Reasoning.Models;
using SupportAgents.Grains.Tests.Cluster;

namespace SupportAgents.Grains.Tests.Reasoning.Models;

/// <summary>A silo whose agents work with a scripted model.</summary>
public sealed class ModelDesk : DeskCluster
{
    public ScriptedModel Model { get; } = new();

    protected override void AddReasoning(IServiceCollection services)
    {
        Shop.Add(TestShop.Kettle, TestShop.Lamp, TestShop.Shirt, TestShop.Mouse);
        services.AddKeyedSingleton<IChatClient>(ModelRoles.Specialist, Model);
        services.AddKeyedSingleton<IChatClient>(ModelRoles.Supervisor, Model);
    }
}

/// <summary>Tests that share one <see cref="ModelDesk"/>.</summary>
[CollectionDefinition(Name)]
public sealed class ModelDeskCollection : ICollectionFixture<ModelDesk>
{
    public const string Name = "model desk";
}
