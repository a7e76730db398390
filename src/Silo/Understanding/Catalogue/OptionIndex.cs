using SupportAgents.Shop;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Catalogue;

/// <summary>Finds values of the catalogue's options: colours, sizes, capacities, materials.</summary>
internal sealed class OptionIndex
{
    private const int LongestValue = 4;

    private readonly Dictionary<string, OptionValue> byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Indexes the values of all variants; common colours and sizes are known also without a catalogue.</summary>
    public OptionIndex(IEnumerable<Product> products)
    {
        var pairs = products.SelectMany(product => product.Variants).SelectMany(variant => variant.Options)
            .GroupBy(option => (Key: Key(option.Value), Name: option.Key)).OrderByDescending(group => group.Count());
        foreach (var group in pairs)
        {
            names.Add(group.Key.Name);
            if (group.Key.Key.Length == 0)
                continue;
            byKey[group.Key.Key] = byKey.TryGetValue(group.Key.Key, out var known)
                ? new OptionValue([.. known.Names, group.Key.Name], known.Value)
                : new OptionValue([group.Key.Name], group.First().Value);
        }
        foreach (var (name, words) in LexiconFile.Read("options"))
        {
            foreach (var word in words)
                byKey.TryAdd(Key(word), new OptionValue([name], word.Replace('_', ' ')));
        }
    }

    /// <summary>Values in a message. A value that is a common word or a bare number counts only beside its option's name or another sign.</summary>
    public IEnumerable<Entity> Find(Token[] tokens, bool[] taken)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            for (var length = Math.Min(LongestValue, tokens.Length - i); length > 0; length--)
            {
                if (taken.AsSpan(i, length).Contains(true) || tokens[i].IsPunctuation || tokens[i + length - 1].IsPunctuation)
                    continue;
                if (!byKey.TryGetValue(KeyOf(tokens.AsSpan(i, length)), out var value) || !IsMeant(tokens, i, length, value))
                    continue;
                yield return new Entity(EntityKind.Option, i, i + length - 1, value);
                i += length - 1;
                break;
            }
        }
    }

    private static bool IsMeant(Token[] tokens, int first, int length, OptionValue value)
    {
        var word = tokens[first].Text;
        if (length > 1 || word.Length > 4 && word is not ("other" or "round" or "light" or "clear" or "basic" or "custom" or "standard" or "touch"))
            return true;
        var before = first > 0 ? tokens[first - 1].Text : "";
        var after = first + 1 < tokens.Length ? tokens[first + 1].Text : "";
        var named = IsName(before, value) || IsName(after, value) || before is "size" or "is" && first > 1 && IsName(tokens[first - 2].Text, value);
        if (word is "yes" or "no" or "none" or "high" or "low" or "full" or "light" or "round" or "clear" or "basic" or "standard" or "touch" or "other" or "art" || tokens[first].IsNumber)
            return named;
        return word.Length > 2 || named || before is "in" or "to" or "into" or "an" or "a" or "for" or "the" || after is "one" or "instead";
    }

    private static bool IsName(string word, OptionValue value) =>
        word.Length > 0 && value.Names.Any(name => name.Contains(word, StringComparison.OrdinalIgnoreCase) && word.Length > 2);

    /// <summary>Whether the catalogue has an option of that name.</summary>
    public bool HasName(string name) => names.Contains(name);

    private static string KeyOf(ReadOnlySpan<Token> tokens)
    {
        if (tokens.Length == 1)
            return Key(tokens[0].Text);
        var words = new string[tokens.Length];
        for (var i = 0; i < words.Length; i++)
            words[i] = tokens[i].Text;
        return Key(string.Join(' ', words));
    }

    /// <summary>Units spelt one way, then without blanks and hyphens: "15 inches" and "15-inch" are the same.</summary>
    private static string Key(string value)
    {
        var words = Letters.Fold(value).Split([' ', '_', '-', '/'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
            words[i] = Unit(words[i]);
        return Letters.Joined(string.Concat(words));
    }

    private static string Unit(string word) => word switch
    {
        "inches" or "in" => "inch",
        "feet" or "foot" => "ft",
        "liter" or "liters" or "litre" or "litres" => "l",
        "gigabytes" or "gigabyte" or "gigs" or "gig" => "gb",
        "terabyte" or "terabytes" => "tb",
        "pounds" or "lb" => "lbs",
        "grey" => "gray",
        "colour" => "color",
        "wooden" => "wood",
        "xlarge" => "xl",
        "bars" => "bar",
        _ => word,
    };
}
