using System.Runtime.CompilerServices;
using SupportAgents.Agents;

namespace SupportAgents.Silo.Tests.Understanding;

/// <summary>A message with the asks that a person found in it.</summary>
/// <param name="Text">The message.</param>
/// <param name="Asks">For each ask its intent, or the intents that are all right where the words leave it open.</param>
public sealed record LabelledMessage(string Text, IReadOnlyList<string[]> Asks)
{
    /// <summary>
    /// The messages of a folder beside this file. A file has single messages below the heading of their intent
    /// (<c>## track_order</c>, or <c>## track_order/delivery_time</c> where either will do), or lines
    /// <c>intent + intent | text</c>; <c>out-of-scope.txt</c> has neither.
    /// </summary>
    public static IEnumerable<LabelledMessage> ReadAll(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Home(), "Messages", folder), "*.txt").Order(StringComparer.Ordinal).SelectMany(Read);

    private static IEnumerable<LabelledMessage> Read(string file)
    {
        string[]? intents = Path.GetFileName(file) == "out-of-scope.txt" ? [Intents.OutOfScope] : null;
        foreach (var line in File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)))
        {
            var bar = line.IndexOf(" | ", StringComparison.Ordinal);
            if (line.StartsWith("## ", StringComparison.Ordinal))
                intents = Known(line[3..].Trim().Split('/'), file);
            else if (bar > 0)
                yield return new LabelledMessage(line[(bar + 3)..], [.. line[..bar].Split(" + ").Select(one => Known([one.Trim()], file))]);
            else
                yield return new LabelledMessage(line, [intents ?? throw new InvalidDataException($"{file}: \"{line}\" has no intent.")]);
        }
    }

    private static string[] Known(string[] intents, string file) => intents.All(Intents.Agent.ContainsKey)
        ? intents
        : throw new InvalidDataException($"{file}: {string.Join('/', intents)} is no intent.");

    private static string Home([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
