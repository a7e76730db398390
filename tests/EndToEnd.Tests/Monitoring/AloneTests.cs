namespace SupportAgents.EndToEnd.Tests.Monitoring;

/// <summary>
/// Tests that run when no other does. A meter provider listens to every meter of its process and takes a thousand metrics at
/// the most: beside the hosts of other tests, those of the host that is looked at may be the ones that are left out.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneTests
{
    public const string Name = "alone";
}
