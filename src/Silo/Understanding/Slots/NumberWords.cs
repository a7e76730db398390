using System.Collections.Frozen;
using System.Globalization;

namespace SupportAgents.Silo.Understanding.Slots;

/// <summary>Numbers in digits and in words.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Words = Read("numbers");
    private static readonly FrozenDictionary<string, int> OrdinalWords = Read("ordinals");

    /// <summary>"3" and "three"; null for anything else.</summary>
    public static int? Count(string word) =>
        Words.TryGetValue(word, out var number) || int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number) ? number : null;

    /// <summary>"second" and "2nd"; -1 is the last.</summary>
    public static int? Position(string word) => OrdinalWords.TryGetValue(word, out var position) ? position : null;

    /// <summary>"1,200.50", with a currency sign or without.</summary>
    public static decimal? Amount(string word)
    {
        var digits = word.TrimStart('$', '€', '£');
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;
    }

    private static FrozenDictionary<string, int> Read(string lexicon) => LexiconFile.Read(lexicon)
        .SelectMany(line => line.Words.Select(word => (Word: word, Number: int.Parse(line.Key, CultureInfo.InvariantCulture))))
        .ToFrozenDictionary(pair => pair.Word, pair => pair.Number, StringComparer.Ordinal);
}
