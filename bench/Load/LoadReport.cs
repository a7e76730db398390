using System.Globalization;

namespace SupportAgents.Bench.Load;

/// <summary>What one step showed. <paramref name="Wrong"/> counts messages that were not answered exactly once.</summary>
internal sealed record LoadReport(int AtOnce, TimeSpan Elapsed, IReadOnlyList<(string Kind, TimeSpan Time)> Times, IReadOnlyList<string> Failures, int Wrong)
{
    private static readonly double[] Shares = [0.50, 0.95, 0.99];

    /// <summary>Prints a Markdown table of the steps and one of the kinds of turn in the last step.</summary>
    public static void Print(IReadOnlyList<LoadReport> reports, TextWriter output)
    {
        output.WriteLine("| at once | turns | turns/s | p50 ms | p95 ms | p99 ms | failed | lost or doubled |");
        output.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var report in reports)
            output.WriteLine(Invariant($"| {report.AtOnce} | {report.Times.Count} | {report.Times.Count / report.Elapsed.TotalSeconds:F0} | {Percentiles(report.Times)} | {report.Failures.Count} | {report.Wrong} |"));
        output.WriteLine();
        output.WriteLine(Invariant($"| kind of turn at {reports[^1].AtOnce} at once | p50 ms | p95 ms | p99 ms |"));
        output.WriteLine("|---|---:|---:|---:|");
        foreach (var kind in reports[^1].Times.GroupBy(time => time.Kind))
            output.WriteLine($"| {kind.Key} | {Percentiles([.. kind])} |");
        foreach (var failure in reports.SelectMany(report => report.Failures).GroupBy(failure => failure))
            output.WriteLine(Invariant($"failed {failure.Count()} times: {failure.Key}"));
    }

    private static string Percentiles(IReadOnlyList<(string Kind, TimeSpan Time)> times)
    {
        var sorted = times.Select(time => time.Time.TotalMilliseconds).Order().ToArray();
        return string.Join(" | ", Shares.Select(share => sorted.Length == 0 ? "-" : At(sorted, share).ToString("F1", CultureInfo.InvariantCulture)));
    }

    /// <summary>The nearest-rank percentile.</summary>
    private static double At(double[] sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
