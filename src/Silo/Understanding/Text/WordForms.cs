using System.Collections.Frozen;

namespace SupportAgents.Silo.Understanding.Text;

/// <summary>Writes contractions and the short forms of chats out, so that they count as the words that they stand for.</summary>
internal static class WordForms
{
    private static readonly FrozenDictionary<string, string[]> Forms = LexiconFile.Read("forms")
        .ToFrozenDictionary(line => line.Key, line => line.Words, StringComparer.Ordinal);

    /// <summary>The word, or the words that it is short for.</summary>
    public static string[] Expand(string word)
    {
        if (Forms.TryGetValue(word, out var words))
            return words;
        var apostrophe = word.LastIndexOf('\'');
        if (apostrophe <= 0)
            return [word];
        var stem = word[..apostrophe];
        return word[(apostrophe + 1)..] switch
        {
            "t" when stem.EndsWith('n') => [stem[..^1], "not"],
            "m" => [stem, "am"],
            "re" => [stem, "are"],
            "ve" => [stem, "have"],
            "ll" => [stem, "will"],
            "d" => [stem, "would"],
            "s" => [stem],
            _ => [stem + word[(apostrophe + 1)..]],
        };
    }
}
