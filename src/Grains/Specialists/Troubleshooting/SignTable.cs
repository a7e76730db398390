using System.Text.RegularExpressions;
using SupportAgents.Grains.Knowledge.Text;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>One line of a guide's table: what is seen, and what to do about it, both verbatim.</summary>
public sealed record SignRow(string Sign, string Remedy);

/// <summary>Reads the tables "sign | remedy" in which guides branch.</summary>
public static partial class SignTable
{
    /// <summary>The rows of the first such table; none when the text has none.</summary>
    public static IReadOnlyList<SignRow> Read(string text)
    {
        var lines = text.Split('\n').Select(line => line.Trim()).ToList();
        var header = lines.FindIndex(line => IsRow(line) && Header().IsMatch(Cells(line)[0]));
        return header < 0 ? [] :
        [
            .. lines.Skip(header + 1).TakeWhile(IsRow).Where(line => !Separator().IsMatch(line)).Select(Cells)
                .Where(cells => cells.Length > 1 && cells[0].Length > 0 && cells[^1].Length > 0)
                .Select(cells => new SignRow(cells[0], string.Join('\n', cells.Skip(1).Where(cell => cell.Length > 0)))),
        ];
    }

    /// <summary>True for a line of any table.</summary>
    public static bool IsRow(string line) => line.StartsWith('|') && line.LastIndexOf('|') > 0;

    /// <summary>The rows whose sign the customer tells: those that share the most of their words with it, when that is half or more.</summary>
    public static IReadOnlyList<SignRow> Fitting(IReadOnlyList<SignRow> rows, string symptom)
    {
        var told = Wording.Of(symptom);
        var shares = rows.Select(row => Wording.Of(row.Sign).ShareIn(told)).ToList();
        var best = shares.Count == 0 ? 0 : shares.Max();
        return best < 0.5 ? [] : [.. rows.Where((_, number) => shares[number] >= best - 1e-9)];
    }

    /// <summary>A line of a table as a sentence: the first cell, and what the others say of it.</summary>
    public static string Line(string row)
    {
        var cells = Cells(row).Where(cell => cell.Length > 0).ToList();
        return cells.Count == 0 ? "" : $"{cells[0]}{(cells.Count > 1 ? ": " : "")}{string.Join(", ", cells.Skip(1))}";
    }

    private static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];

    [GeneratedRegex(@"^\W*(signs?|symptoms?|problems?|issues?|troubles?|faults?|errors?|if|what you see)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Header();

    [GeneratedRegex(@"^[|\s:\-]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separator();
}
