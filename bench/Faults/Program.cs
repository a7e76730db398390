using System.CommandLine;
using SupportAgents.Bench.Faults;
using SupportAgents.Bench.Faults.Catalogue;
using SupportAgents.Bench.Faults.Report;
using SupportAgents.Support;

var names = new Option<string[]>("--faults") { Description = $"Which faults, in this order: {string.Join(", ", FaultCatalogue.All.Select(fault => fault.Name))}.", DefaultValueFactory = _ => [.. FaultCatalogue.All.Select(fault => fault.Name)], AllowMultipleArgumentsPerToken = true };
var atOnce = new Option<int>("--at-once") { Description = "Conversations at once.", DefaultValueFactory = _ => 12 };
var after = new Option<int>("--after") { Description = "Seconds of load after each fault.", DefaultValueFactory = _ => 20 };
var earlier = new Option<FileInfo?>("--upgrade-from") { Description = "SupportAgents.Silo.dll of an earlier build: the silos begin with it and are rolled to this build, one by one." };

var command = new RootCommand("Starts PostgreSQL, three silos and a gateway on this machine, lets customers talk and cancel orders without end, and makes things go wrong. Prints what the customers saw, and what was lost or doubled.")
{
    names, atOnce, after, earlier,
};
command.SetAction(async (parsed, cancellationToken) =>
{
    var upgrade = parsed.GetValue(earlier);
    var chosen = upgrade is not null
        ? [new Fault("upgrade", "an earlier build rolled to this one", (it, stopping) => FaultCatalogue.Roll(it, null, stopping))]
        : parsed.GetRequiredValue(names).Select(name => FaultCatalogue.All.Single(fault => fault.Name == name)).ToArray();
    foreach (var fault in chosen.Where(fault => fault.Missing is not null))
        await Console.Out.WriteLineAsync($"left out: {fault.What}, which {fault.Missing}");
    var postgres = new PostgresServer { IsDurable = true };
    await postgres.InitializeAsync();
    if (postgres.Missing is { } missing)
    {
        await Console.Error.WriteLineAsync(missing);
        return 1;
    }
    try
    {
        var run = new FaultRun { AtOnce = parsed.GetValue(atOnce), After = TimeSpan.FromSeconds(parsed.GetValue(after)), Earlier = upgrade?.FullName, KeepsLogs = true };
        var (rows, openTurns) = await run.Execute(postgres, [.. chosen.Where(fault => fault.Missing is null)], Console.Error, cancellationToken);
        FaultTable.Print(rows, openTurns, Console.Out);
        return rows.Any(row => row.Lost + row.Doubled + row.Unanswered > 0) || openTurns > 0 ? 1 : 0;
    }
    finally
    {
        await postgres.DisposeAsync();
    }
});
// Ended early, it still has to end what it started.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
