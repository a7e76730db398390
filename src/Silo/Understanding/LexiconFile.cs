using System.Reflection;

namespace SupportAgents.Silo.Understanding;

/// <summary>Reads the word lists and training lines that are embedded in this assembly.</summary>
internal static class LexiconFile
{
    private static readonly Assembly Home = typeof(LexiconFile).Assembly;

    /// <summary>The lines <c>key: word word …</c> of a lexicon. A line that starts with <c>//</c> is a comment.</summary>
    public static IEnumerable<(string Key, string[] Words)> Read(string name)
    {
        foreach (var line in Lines($"Understanding/Lexicon/{name}.txt"))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon > 0)
                yield return (line[..colon].Trim(), line[(colon + 2)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    /// <summary>Every word of a lexicon that has no keys.</summary>
    public static IEnumerable<string> Words(string name) => Lines($"Understanding/Lexicon/{name}.txt")
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Names of the embedded files under a folder, with forward slashes, in a fixed order.</summary>
    public static IEnumerable<string> Names(string folder) => Home.GetManifestResourceNames()
        .Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The lines of an embedded file that are not blank and no comment.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = Home.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line) && !line.StartsWith("//", StringComparison.Ordinal))
                yield return line.Trim();
        }
    }
}
