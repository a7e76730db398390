namespace SupportAgents.Silo.Knowledge.Documents;

/// <summary>
/// The lines <c>name: value</c> between two <c>---</c> at the beginning of a Markdown file. Only plain values are read:
/// a stranger's YAML is not worth a YAML parser.
/// </summary>
internal static class FrontMatter
{
    private const string Fence = "---";

    /// <summary>The values by name, and the text after them.</summary>
    public static (IReadOnlyDictionary<string, string> Values, string Body) Part(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!text.StartsWith(Fence + "\n", StringComparison.Ordinal))
            return (values, text);
        var end = text.IndexOf($"\n{Fence}", Fence.Length, StringComparison.Ordinal);
        if (end < 0)
            return (values, text);
        foreach (var line in text[(Fence.Length + 1)..Math.Max(end, Fence.Length + 1)].Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                values[line[..colon].Trim()] = line[(colon + 1)..].Trim().Trim('"', '\'');
        }
        var body = text.IndexOf('\n', end + 1);
        return (values, body < 0 ? "" : text[(body + 1)..]);
    }
}
