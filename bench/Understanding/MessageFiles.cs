namespace SupportAgents.Bench.Understanding;

/// <summary>Reads the labelled messages of the tests; the labels do not matter here.</summary>
internal static class MessageFiles
{
    /// <summary>Every message below a folder.</summary>
    public static IReadOnlyList<string> Read(DirectoryInfo folder) => [.. folder.EnumerateFiles("*.txt", SearchOption.AllDirectories)
        .SelectMany(file => File.ReadLines(file.FullName)).Select(line => line.Trim())
        .Where(line => line.Length > 0 && !line.StartsWith("##", StringComparison.Ordinal) && !line.StartsWith("//", StringComparison.Ordinal))
        .Select(line => line[(line.IndexOf(" | ", StringComparison.Ordinal) is var bar and >= 0 ? bar + 3 : 0)..])];
}
