using System.Diagnostics;

namespace SupportAgents.Bench.Faults.Running;

/// <summary>
/// Pulls the network cable of one process on this machine: what it sends is dropped, and so is what is sent to its ports.
/// Nothing is refused or closed, as with a real cable. Needs root and iptables.
/// </summary>
internal static class NetworkCut
{
    /// <summary>The first group id for processes whose network is to be cut; the machine's own groups are far below.</summary>
    public const int FirstGroup = 65_100;

    /// <summary>Why it cannot be done here; null where it can.</summary>
    public static string? Missing { get; } =
        Environment.UserName != "root" ? "needs root"
        : !OnPath("iptables") || !OnPath("setpriv") ? "needs iptables and setpriv"
        : null;

    /// <summary>Cuts it until the result is disposed.</summary>
    public static async Task<IAsyncDisposable> Cut(int group, IReadOnlyList<int> ports)
    {
        string[][] rules =
        [
            ["OUTPUT", "-o", "lo", "-m", "owner", "--gid-owner", $"{group}", "-j", "DROP"],
            .. ports.Select(port => (string[])["INPUT", "-i", "lo", "-p", "tcp", "--dport", $"{port}", "-j", "DROP"]),
        ];
        foreach (var rule in rules)
            await Run("-I", rule);
        return new Mend(rules);
    }

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task Run(string action, string[] rule)
    {
        using var process = Process.Start("iptables", ["-w", action, .. rule]);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"iptables {action} {string.Join(' ', rule)} ended with {process.ExitCode}");
    }

    private sealed class Mend(string[][] rules) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var rule in rules)
                await Run("-D", rule);
        }
    }
}
