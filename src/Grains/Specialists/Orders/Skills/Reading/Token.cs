using System.Text;
using System.Text.RegularExpressions;

namespace SupportAgents.Grains.Specialists.Orders.Skills.Reading;

/// <summary>
/// A text as words that compare well: lower case, singular, numbers parted from their units, units and spellings of one
/// kind. "1.5L", "1.5 liters" and "1.5-litre" are all <c>1.5 l</c>.
/// </summary>
public static partial class Token
{
    /// <summary>Ends a clause; commas part things of one list.</summary>
    public const string Comma = ",";

    /// <summary>Ends a sentence.</summary>
    public const string Stop = ".";

    private static readonly Dictionary<string, string> s_spellings = new()
    {
        ["liter"] = "l",
        ["litre"] = "l",
        ["foot"] = "ft",
        ["feet"] = "ft",
        ["inche"] = "inch",
        ["\""] = "inch",
        ["hr"] = "hour",
        ["pound"] = "lb",
        ["grey"] = "gray",
        ["colour"] = "color",
        ["pc"] = "piece",
        ["wifi"] = "wi",
        ["milliliter"] = "ml",
        ["gig"] = "gb",
        ["gigabyte"] = "gb",
        ["terabyte"] = "tb",
        ["megapixel"] = "mp",
        ["&"] = "and",
        ["doesnt"] = "not",
        ["dont"] = "not",
        ["isnt"] = "not",
        ["without"] = "no",
    };

    /// <summary>The words, with <see cref="Comma"/> and <see cref="Stop"/> where the text has them.</summary>
    public static List<string> Split(string text)
    {
        var plain = text.ToLowerInvariant().Replace('’', '\'').Normalize(NormalizationForm.FormKC);
        plain = Apostrophe().Replace(plain, "$1");
        var words = new List<string>();
        foreach (Match match in Pattern().Matches(plain))
        {
            var word = match.Value switch
            {
                "," or ";" or ":" or "(" or ")" => Comma,
                "." or "!" or "?" or "\n" => Stop,
                var other => Singular(other),
            };
            words.Add(s_spellings.GetValueOrDefault(word, word));
            if (word == "wifi")
                words.Add("fi");
        }
        return words;
    }

    /// <summary>As <see cref="Split"/>, without punctuation: a name or a value.</summary>
    public static string[] Phrase(string text) => [.. Split(text).Where(word => word is not (Comma or Stop))];

    /// <summary>True when the phrase stands at that position.</summary>
    public static bool IsAt(IReadOnlyList<string> words, int position, IReadOnlyList<string> phrase)
    {
        if (phrase.Count == 0 || position + phrase.Count > words.Count)
            return false;
        for (var i = 0; i < phrase.Count; i++)
            if (words[position + i] != phrase[i])
                return false;
        return true;
    }

    /// <summary>The first position of the phrase at or after <paramref name="from"/>, or -1.</summary>
    public static int Find(IReadOnlyList<string> words, IReadOnlyList<string> phrase, int from = 0)
    {
        for (var i = from; i + phrase.Count <= words.Count; i++)
            if (IsAt(words, i, phrase))
                return i;
        return -1;
    }

    private static string Singular(string word) =>
        word.Length <= 3 || !word.EndsWith('s') || word.EndsWith("ss", StringComparison.Ordinal) ? word
        : word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word[..^1];

    // A word is letters, or a number with its decimals: "1.5l" is two words, "w123" too.
    [GeneratedRegex(@"\d+\.\d+|\d+|\p{L}+|[&%,;:().!?""\n]")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"(?<=\p{L})'(\p{L})")]
    private static partial Regex Apostrophe();
}
