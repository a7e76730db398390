using System.Collections.Frozen;

namespace SupportAgents.Silo.Understanding.Classification;

/// <summary>
/// Groups of words that mean the same for telling intents apart. They let the classifier use a word that the training
/// lines of an intent do not hold.
/// </summary>
internal static class Concepts
{
    private static readonly FrozenDictionary<string, string[]> ByWord = LexiconFile.Read("concepts")
        .SelectMany(line => line.Words.Select(word => (Word: word, Concept: line.Key)))
        .GroupBy(pair => pair.Word, pair => pair.Concept, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The groups that hold the word; often none.</summary>
    public static string[] Of(string word) => ByWord.TryGetValue(word, out var concepts) ? concepts : [];
}
