namespace SupportAgents.Bench.Faults.Running;

/// <summary>A silo in a process of its own, with ports of its own.</summary>
internal sealed class SiloProcess(int number, string program, int[] ports, IReadOnlyDictionary<string, string> settings, DirectoryInfo logs)
{
    /// <summary>The process.</summary>
    public ProgramProcess Process { get; } = new($"silo-{number}", program, ports[0], new Dictionary<string, string>(settings)
    {
        ["Support__Cluster__SiloPort"] = $"{ports[1]}",
        ["Support__Cluster__GatewayPort"] = $"{ports[2]}",
    }, logs, NetworkCut.Missing is null ? NetworkCut.FirstGroup + number : null);

    /// <summary>Pulls its network cable until the result is disposed.</summary>
    public Task<IAsyncDisposable> CutNetwork() => NetworkCut.Cut(Process.Group!.Value, ports);
}
