using System.Text.RegularExpressions;

namespace SupportAgents.Silo.Knowledge.Documents;

/// <summary>Turns plain text into Markdown: a short line by itself that is numbered or in capitals is a heading.</summary>
internal static partial class PlainTextReader
{
    private const int LongestHeading = 80;

    /// <summary>The text as Markdown.</summary>
    public static string Read(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var alone = (i == 0 || lines[i - 1].Length == 0) && (i + 1 == lines.Length || lines[i + 1].Trim().Length == 0);
            lines[i] = alone && IsHeading(lines[i].Trim()) ? $"## {lines[i].Trim()}"
                : lines[i].StartsWith('#') ? $"\\{lines[i]}"
                : lines[i];
        }
        return string.Join('\n', lines);
    }

    private static bool IsHeading(string line) =>
        line.Length is > 2 and <= LongestHeading && line[^1] is not ('.' or ',' or ';' or ':')
        && (Numbered().IsMatch(line) || line.Any(char.IsLetter) && !line.Any(char.IsLower));

    [GeneratedRegex(@"^\d+(\.\d+)*[.)]?\s+\p{Lu}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();
}
