using System.Text;

namespace SupportAgents.Grains.Knowledge.Text;

/// <summary>Finds a section in a document's Markdown by its heading path.</summary>
public static class SectionReader
{
    /// <summary>Parts the headings of a path.</summary>
    public const string Separator = " > ";

    private const int MaxText = 20_000;
    private const int MaxHeading = 200;

    /// <summary>
    /// The section under the headings of <paramref name="path"/> with its subsections; null when there is none. The
    /// document's own title may be left out of a path or begin it.
    /// </summary>
    public static string? Find(string title, string markdown, string path)
    {
        var open = new List<(int Level, string Text)>();
        StringBuilder? found = null;
        var (foundLevel, fence) = (0, "");
        foreach (var line in markdown.Split('\n'))
        {
            if (FenceOf(line) is { } mark && (fence.Length == 0 || mark == fence))
                fence = fence.Length == 0 ? mark : "";
            else if (fence.Length == 0 && Heading(line) is var (level, text))
            {
                if (found is not null && level <= foundLevel)
                    break;
                open.RemoveAll(above => above.Level >= level);
                open.Add((level, text));
                if (found is null && IsPath(open, title, path))
                {
                    (found, foundLevel) = (new StringBuilder(), level);
                    continue;
                }
            }
            found?.Append(line.TrimEnd('\r')).Append('\n');
        }
        return found is null ? null : Cut(found.ToString().Trim());
    }

    /// <summary>A text for reading, cut at a line when it is too long.</summary>
    public static string Cut(string text) => text.Length <= MaxText ? text : text[..Math.Max(1, text.LastIndexOf('\n', MaxText))] + "\n\n…";

    private static bool IsPath(List<(int Level, string Text)> open, string title, string path)
    {
        var full = string.Join(Separator, open.Select(heading => heading.Text).Where(text => text.Length > 0));
        return full == path || open.Count > 1 && full == $"{open[0].Text}{Separator}{path}" || $"{title}{Separator}{full}" == path;
    }

    private static (int Level, string Text)? Heading(string line)
    {
        var level = line.TakeWhile(c => c == '#').Count();
        if (level is 0 or > 6 || (line.Length > level && line[level] is not (' ' or '\t' or '\r')))
            return null;
        var text = line.Trim().Trim('#').Trim(' ', '*', '_', '`');
        return (level, text.Length > MaxHeading ? text[..MaxHeading] : text);
    }

    private static string? FenceOf(string line)
    {
        var start = line.TrimStart();
        return start.StartsWith("```", StringComparison.Ordinal) ? "```" : start.StartsWith("~~~", StringComparison.Ordinal) ? "~~~" : null;
    }
}
