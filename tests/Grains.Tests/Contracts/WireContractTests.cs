using SupportAgents.Support;

namespace SupportAgents.Grains.Tests.Contracts;

/// <summary>
/// Silos of two builds talk to each other while a cluster is upgraded, and a new build reads what an old one stored. The
/// analyzer watches the grain interfaces; this watches the records in them.
/// </summary>
public sealed class WireContractTests
{
    private static readonly string s_manifest = Repository.File("src", "Grains.Abstractions", "WireTypes.txt");

    [Fact]
    public void Types_on_the_wire_are_those_that_were_accepted()
    {
        var described = WireTypes.Describe();
        if (Environment.GetEnvironmentVariable("SUPPORT_ACCEPT") == "1")
            File.WriteAllText(s_manifest, described);
        var accepted = File.ReadAllLines(s_manifest);

        var changed = described.Split('\n').Except(accepted).Select(line => $"+ {line}").Concat(accepted.Except(described.Split('\n')).Select(line => $"- {line}"));

        Assert.True(accepted.SequenceEqual(described.TrimEnd('\n').Split('\n')),
            $"Records on the wire changed. New ones are safe; another number, type or alias breaks a cluster that is being upgraded. Accept with .ci/accept-contracts:\n{string.Join('\n', changed)}");
    }
}
