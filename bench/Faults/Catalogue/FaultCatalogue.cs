using SupportAgents.Bench.Faults.Running;

namespace SupportAgents.Bench.Faults.Catalogue;

/// <summary>The faults, in the order in which the report tells them.</summary>
internal static class FaultCatalogue
{
    private static readonly TimeSpan PauseTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan CutTime = TimeSpan.FromSeconds(30);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("none", "nothing, for comparison", (_, stopping) => Task.Delay(PauseTime, stopping)),
        new("kill", "kill -9 of a silo", (it, _) => it.Silos[0].Process.Kill()),
        new("stop", "graceful stop of a silo", (it, _) => it.Retire(it.Silos[0])),
        new("add", "two silos more, later two fewer", async (it, stopping) =>
        {
            await it.AddSilo(stopping);
            await it.AddSilo(stopping);
        }),
        new("postgres", "restart of PostgreSQL", (it, _) => it.Postgres.Restart()),
        new("pause", "a silo paused for 20 s (a false death)", async (it, stopping) =>
        {
            var silo = it.Silos[0].Process;
            await silo.Pause();
            await Task.Delay(PauseTime, stopping);
            await silo.Resume();
        }),
        new("cut", "a silo without network for 30 s", async (it, stopping) =>
        {
            await using (await it.Silos[0].CutNetwork())
                await Task.Delay(CutTime, stopping);
        }) { Missing = NetworkCut.Missing },
        new("roll", "all silos replaced one by one", (it, stopping) => Roll(it, null, stopping)),
    ];

    /// <summary>Replaces every silo, one after the other: a new one first, so that there are never fewer.</summary>
    public static async Task Roll(Installation installation, string? program, CancellationToken cancellationToken)
    {
        foreach (var silo in installation.Silos.ToArray())
        {
            await installation.AddSilo(cancellationToken, program);
            await installation.Retire(silo);
        }
    }
}
