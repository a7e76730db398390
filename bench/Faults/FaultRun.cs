using SupportAgents.Bench.Faults.Catalogue;
using SupportAgents.Bench.Faults.Load;
using SupportAgents.Bench.Faults.Report;
using SupportAgents.Bench.Faults.Running;
using SupportAgents.Bench.Faults.Shop;
using SupportAgents.Bench.Load;
using SupportAgents.Silo.Identity;
using SupportAgents.Support;

namespace SupportAgents.Bench.Faults;

/// <summary>One installation, one steady load, and faults one after the other.</summary>
internal sealed record FaultRun
{
    /// <summary>How many conversations at once. Default: 12.</summary>
    public int AtOnce { get; init; } = 12;

    /// <summary>A customer's pause between messages. Default: 300 ms.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How long the load goes on after each fault, before the silos are brought back to their number. Default: 20 seconds.</summary>
    public TimeSpan After { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Silos. Default: 3.</summary>
    public int Silos { get; init; } = 3;

    /// <summary>Orders in the shop, one for each conversation. Default: 6,000.</summary>
    public int Orders { get; init; } = 6_000;

    /// <summary>The silo assembly of an earlier build to begin with; null, the default, for this build.</summary>
    public string? Earlier { get; init; }

    /// <summary>True leaves the programs' logs in the temporary folder that the progress names. Default: false.</summary>
    public bool KeepsLogs { get; init; }

    /// <summary>Runs it and returns a row for each fault, and the turns that are still open at the end.</summary>
    public async Task<(IReadOnlyList<FaultRow> Rows, long OpenTurns)> Execute(PostgresServer postgres, IReadOnlyList<Fault> faults, TextWriter progress, CancellationToken cancellationToken)
    {
        await using var installation = await Installation.Start(postgres, Silos, folder => FaultShop.Write(folder, Orders, cancellationToken), Earlier, KeepsLogs, cancellationToken);
        foreach (var one in installation.Silos.Select(silo => silo.Process).Append(installation.Gateway))
            await progress.WriteLineAsync($"{one.Name}: ready in {one.StartedIn.TotalSeconds:F1} s, {one.ResidentBytes / 1_000_000} MB at rest");
        var tokens = new TokenIssuer(SigningKey.Load("", installation.Folder), TimeProvider.System);
        if (KeepsLogs)
            await progress.WriteLineAsync($"logs: {installation.Folder}");
        using var shop = new ShopVisitors([installation.Gateway.Address], tokens, FaultShop.CustomerIds);
        await using var load = new SteadyLoad(shop, AtOnce, Pause);
        load.Begin();
        await Task.Delay(After, cancellationToken);
        var begun = new List<(Fault Fault, TimeSpan At)>();
        foreach (var fault in faults)
        {
            begun.Add((fault, load.Now));
            await fault.Happen(installation, cancellationToken);
            await Task.Delay(After, cancellationToken);
            await installation.Restore(Silos, cancellationToken);
            await progress.WriteLineAsync($"{fault.Name}: over after {(load.Now - begun[^1].At).TotalSeconds:F0} s");
        }
        await load.End();
        var end = load.Now;
        var aftermath = await Aftermath.Read(installation.ConnectionString, load.Talks, cancellationToken);
        var until = begun.Skip(1).Select(one => one.At).Append(end);
        return ([.. begun.Zip(until, (one, to) => FaultRow.Of(one.Fault, one.At, to, load, aftermath))], aftermath.OpenTurns);
    }
}
