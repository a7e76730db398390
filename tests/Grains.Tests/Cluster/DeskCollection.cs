namespace SupportAgents.Grains.Tests.Cluster;

/// <summary>The tests that talk to one shared silo.</summary>
[CollectionDefinition(Name)]
public sealed class DeskCollection : ICollectionFixture<DeskCluster>
{
    public const string Name = "desk";
}
