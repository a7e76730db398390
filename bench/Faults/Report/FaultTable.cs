using System.Globalization;

namespace SupportAgents.Bench.Faults.Report;

/// <summary>Prints the rows as a Markdown table, and below it what failed and how often.</summary>
internal static class FaultTable
{
    public static void Print(IReadOnlyList<FaultRow> rows, long openTurns, TextWriter output)
    {
        output.WriteLine("| fault | messages | changes | tries failed | last failure after | nobody served for | slowest answer | lost | doubled | not answered |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var row in rows)
            output.WriteLine(Invariant($"| {row.Fault.What} | {row.Messages} | {row.Changes} | {row.Failures.Count} | {(row.LastFailure is { } last ? Seconds(last) : "-")} | {Seconds(row.WithoutService)} | {Seconds(row.SlowestAnswer)} | {row.Lost} | {row.Doubled} | {row.Unanswered} |"));
        output.WriteLine();
        output.WriteLine(Invariant($"turns open at the end: {openTurns}"));
        foreach (var row in rows.Where(row => row.Failures.Count > 0))
            output.WriteLine($"{row.Fault.Name}: {string.Join(", ", row.Failures.GroupBy(failure => failure.Reason).Select(group => Invariant($"{group.Count()} × {group.Key}")))}");
        foreach (var row in rows)
        {
            foreach (var problem in row.Problems)
                output.WriteLine($"{row.Fault.Name}: {problem}");
        }
    }

    private static string Seconds(TimeSpan time) => Invariant($"{time.TotalSeconds:F1} s");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
