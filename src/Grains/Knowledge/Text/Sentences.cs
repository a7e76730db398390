namespace SupportAgents.Grains.Knowledge.Text;

/// <summary>Cuts a section's Markdown into sentences and list items, each verbatim as it stands in the section.</summary>
public static class Sentences
{
    /// <summary>The pieces in their order. A list item is one piece with its mark; a heading mark is left out.</summary>
    public static IReadOnlyList<string> Of(string markdown) =>
        [.. markdown.Split('\n').SelectMany(line => IsItem(line) ? [line.Trim()] : OfLine(line.Trim())).Where(piece => piece.Any(char.IsLetterOrDigit))];

    /// <summary>True for a line that is an item of a list.</summary>
    public static bool IsItem(string line)
    {
        var text = line.AsSpan().TrimStart();
        if (text.StartsWith("- ") || text.StartsWith("* ") || text.StartsWith("• "))
            return true;
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        return digits is > 0 and < 3 && text.Length > digits + 1 && text[digits] is '.' or ')' && text[digits + 1] == ' ';
    }

    /// <summary>An item without its mark.</summary>
    public static string WithoutMark(string item)
    {
        var text = item.TrimStart();
        return IsItem(text) ? text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..].TrimStart() : text;
    }

    private static IEnumerable<string> OfLine(string line)
    {
        var start = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var isEnd = line[i] is '.' or '!' or '?' && i + 2 < line.Length && line[i + 1] == ' ' && !char.IsLower(line[i + 2]) && !EndsInAbbreviation(line, i);
            if (!isEnd)
                continue;
            yield return line[start..(i + 1)];
            start = i + 2;
        }
        if (start < line.Length)
            yield return line[start..];
    }

    /// <summary>"e.g. ", "approx. ", "No. ", and single letters end no sentence.</summary>
    private static bool EndsInAbbreviation(string line, int dot)
    {
        var start = line.LastIndexOf(' ', dot) + 1;
        var word = line[start..dot].ToLowerInvariant();
        return word.Length <= 1 || word is "e.g" or "i.e" or "approx" or "no" or "fig" or "vs" or "etc" or "min" or "max" or "dr" or "mr" or "mrs";
    }
}
