using System.Diagnostics;
using SupportAgents.Bench.Knowledge;
using SupportAgents.Silo.Tests.Knowledge;

if (SupportAgents.Support.SharedData.Find("eshop-support") is null)
{
    await Console.Error.WriteLineAsync("shared/data/eshop-support is not there");
    return 1;
}
// One core, as the figures are promised for: background work of the runtime runs on it too.
if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
    Process.GetCurrentProcess().ProcessorAffinity = 1;
await Console.Out.WriteLineAsync("| Documents | Sections | Indexed in | Searches | p50 | p99 | most |");
await Console.Out.WriteLineAsync("|---|---|---|---|---|---|---|");
foreach (var copies in (int[])[1, 50])
    await SearchTimes.Print(copies, Console.Out);
return 0;
