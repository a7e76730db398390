using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace SupportAgents.Grains.Specialists.Recommendations.Search;

/// <summary>Words as the catalogue search and the ranking compare them: lower case, without accents and plural endings.</summary>
public static class Words
{
    /// <summary>Words that say nothing about a product.</summary>
    private static readonly FrozenSet<string> _stop = FrozenSet.ToFrozenSet(
    [
        "a", "an", "and", "any", "are", "as", "at", "be", "best", "but", "by", "can", "do", "for", "from", "get", "good", "have", "i",
        "in", "is", "it", "its", "me", "my", "nice", "of", "on", "one", "or", "our", "product", "some", "something",
        "that", "the", "their", "them", "this", "to", "want", "with", "you", "your",
    ], StringComparer.Ordinal);

    /// <summary>The words of a text in order, stop words left out. A hyphenated word gives its parts and the whole.</summary>
    public static IEnumerable<string> Of(string? text) => Raw(text).Where(word => !_stop.Contains(word)).Select(Stem);

    /// <summary>As <see cref="Of"/> with the stop words: for values that must compare whole.</summary>
    public static string Key(string? text) => string.Join(' ', Raw(text).Select(Stem));

    /// <summary>A word without its plural ending.</summary>
    public static string Stem(string word) => word switch
    {
        _ when word.Length < 4 || char.IsDigit(word[0]) => word,
        _ when word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 => $"{word[..^3]}y",
        _ when EndsWithAny(word, "sses", "shes", "ches", "xes", "zzes") => word[..^2],
        _ when word.EndsWith('s') && !EndsWithAny(word, "ss", "us", "is") => word[..^1],
        _ => word,
    };

    /// <summary>The words as they stand, lower case and without accents. A decimal point stays inside its number.</summary>
    public static IEnumerable<string> Raw(string? text)
    {
        if (string.IsNullOrEmpty(text))
            yield break;
        var word = new StringBuilder();
        var whole = new StringBuilder();
        var parts = 0;
        var folded = text.Normalize(NormalizationForm.FormD);
        for (var i = 0; i <= folded.Length; i++)
        {
            var c = i < folded.Length ? folded[i] : ' ';
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '’')
                continue;
            if (char.IsLetterOrDigit(c) || (c == '.' && IsInsideNumber(folded, i)))
            {
                word.Append(char.ToLowerInvariant(c));
                continue;
            }
            if (word.Length > 0)
            {
                yield return word.ToString();
                whole.Append(word);
                parts++;
                word.Clear();
            }
            if (c == '-')
                continue;
            if (parts > 1)
                yield return whole.ToString();
            whole.Clear();
            parts = 0;
        }
    }

    private static bool IsInsideNumber(string text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]);

    private static bool EndsWithAny(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
