using System.Globalization;

namespace SupportAgents.Support.Bedrock;

/// <summary>One turn of a run.</summary>
/// <param name="By">Who answered: <see cref="Main"/>, <see cref="Fallback"/> or <see cref="BuiltIn"/>.</param>
/// <param name="IsAnswered">The reply speaks of the order, and the answer's mode says who gave it.</param>
/// <param name="IsOnce">The history has the message and this one reply; a repeated call got the same.</param>
/// <param name="Elapsed">As the client saw it.</param>
public sealed record FaultTurn(string By, bool IsAnswered, bool IsOnce, TimeSpan Elapsed)
{
    public const string Main = "main", Fallback = "fallback", BuiltIn = "built-in";
}

/// <summary>What a run showed.</summary>
/// <param name="Case">How calls went wrong.</param>
/// <param name="Turns">The turns.</param>
/// <param name="Calls">Model calls that were made.</param>
/// <param name="Opened">Whether the main model's circuit was seen open.</param>
/// <param name="Recovered">From the end of the faults to the main model's next answer with its circuit closed; null: never.</param>
public sealed record FaultReport(FaultCase Case, IReadOnlyList<FaultTurn> Turns, int Calls, bool Opened, TimeSpan? Recovered)
{
    /// <summary>The table's head.</summary>
    public const string Head = "| calls that fail | share | turns | answered | twice | main | fallback | built-in | calls/turn | p50 ms | p99 ms | longest ms | circuit opened | back after s |";

    /// <summary>The line under the head.</summary>
    public const string Rule = "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|";

    public int Answered => Turns.Count(turn => turn.IsAnswered);

    public int Twice => Turns.Count(turn => !turn.IsOnce);

    /// <summary>The time within which so many of the turns were answered.</summary>
    public TimeSpan Percentile(double share)
    {
        var sorted = Turns.Select(turn => turn.Elapsed).Order().ToList();
        return sorted[Math.Min((int)(sorted.Count * share), sorted.Count - 1)];
    }

    /// <summary>A line of the table.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"| {Case.Fault}{(Case.OnlyMain ? " (main model only)" : "")} | {Case.Share:P0} | {Turns.Count} | {Answered} | {Twice} | {Share(FaultTurn.Main)} | {Share(FaultTurn.Fallback)} | {Share(FaultTurn.BuiltIn)} | {(double)Calls / Turns.Count:F1} | {Percentile(0.5).TotalMilliseconds:F0} | {Percentile(0.99).TotalMilliseconds:F0} | {Percentile(1).TotalMilliseconds:F0} | {(Opened ? "yes" : "no")} | {(Recovered is { } time ? $"{time.TotalSeconds:F1}" : "never")} |");

    private string Share(string by) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * Turns.Count(turn => turn.By == by) / Turns.Count:F1} %");
}
