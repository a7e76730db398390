using SupportAgents.Bench.Faults;
using SupportAgents.Bench.Faults.Catalogue;
using SupportAgents.Bench.Faults.Report;
using SupportAgents.Support;
using Xunit.Abstractions;

namespace SupportAgents.EndToEnd.Tests.Deployment;

/// <summary>A short form of bench/Faults: the real programs in processes of their own, on PostgreSQL.</summary>
public sealed class FaultTests(PostgresServer postgres, ITestOutputHelper output) : IClassFixture<PostgresServer>
{
    [SkippableFact]
    public async Task Nothing_is_lost_or_doubled_when_a_silo_is_killed_and_nobody_notices_when_all_are_replaced()
    {
        Skip.If(postgres.Missing is not null, postgres.Missing);
        var run = new FaultRun { Silos = 2, AtOnce = 4, After = TimeSpan.FromSeconds(5), Orders = 2_000 };

        var (rows, openTurns) = await run.Execute(postgres, [.. FaultCatalogue.All.Where(fault => fault.Name is "kill" or "roll")], TextWriter.Null, CancellationToken.None);

        using var table = new StringWriter();
        FaultTable.Print(rows, openTurns, table);
        output.WriteLine(table.ToString());
        // How much is done beside one fault depends on the machine; that it is done, does not.
        Assert.True(rows.Sum(row => row.Messages) > 20 && rows.Sum(row => row.Changes) > 0, "there was no load");
        Assert.All(rows, row => Assert.Equal((0, 0, 0), (row.Lost, row.Doubled, row.Unanswered)));
        Assert.Equal(0, openTurns);
        Assert.Empty(rows.Single(row => row.Fault.Name == "roll").Failures);
    }
}
