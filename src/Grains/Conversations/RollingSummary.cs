using SupportAgents.Conversations;

namespace SupportAgents.Grains.Conversations;

/// <summary>
/// What is kept of talk that is too old to be kept whole: a line for each message and what became of its asks, newest last,
/// within a bound. It is a fold like the state itself: no model writes it, so the same log gives the same summary.
/// </summary>
public static class RollingSummary
{
    private const int LineLength = 160;
    private const int Length = 2_400;

    /// <summary>The summary with one more item, which leaves the newest ones.</summary>
    public static string? Add(string? summary, HistoryItem item)
    {
        var line = item switch
        {
            { Role: "customer" } => $"customer: {Short(item.Text)}",
            { Answer: { Requests.Count: > 0 } answer } => $"agents: {string.Join("; ", answer.Requests.Select(request => $"{request.Intent.Replace('_', ' ')} {request.Status.ToString().ToLowerInvariant()}"))}",
            { Role: "staff" } => $"staff: {Short(item.Text)}",
            _ => null,
        };
        if (line is null)
            return summary;
        var whole = summary is null ? line : $"{summary}\n{line}";
        while (whole.Length > Length && whole.IndexOf('\n', StringComparison.Ordinal) is var cut and >= 0)
            whole = whole[(cut + 1)..];
        return whole;
    }

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= LineLength ? line : $"{line[..(char.IsHighSurrogate(line[LineLength - 1]) ? LineLength - 1 : LineLength)]}…";
    }
}
