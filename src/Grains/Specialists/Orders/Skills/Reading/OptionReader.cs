using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills.Reading;

/// <summary>A place in a text where an option's value is named.</summary>
/// <param name="Start">The first word's position.</param>
/// <param name="End">The position after the last word.</param>
/// <param name="ProductId">The product that has it.</param>
/// <param name="Names">The options that it can be.</param>
/// <param name="Value">The value as the catalogue spells it.</param>
/// <param name="IsDenied">True for "not black", "instead of black", "from black".</param>
public sealed record OptionMention(int Start, int End, string ProductId, IReadOnlyList<string> Names, string Value, bool IsDenied);

/// <summary>Finds the values of a product's options in a text.</summary>
public static class OptionReader
{
    private static readonly HashSet<string> s_denials = ["not", "no", "non", "from", "than", "isn"];

    private static readonly Dictionary<string, string[]> s_sizes = new()
    {
        ["S"] = ["small"],
        ["M"] = ["medium"],
        ["L"] = ["large"],
        ["XL"] = ["extra large", "x large"],
    };

    /// <summary>The mentions, in the order of the text; longer values win over parts of them.</summary>
    public static IReadOnlyList<OptionMention> Read(IReadOnlyList<string> words, Product product)
    {
        var found = new List<OptionMention>();
        var values = product.Variants.SelectMany(variant => variant.Options).Distinct().ToList();
        foreach (var (name, value) in values)
            found.AddRange(value is "yes" or "no" ? ReadYesNo(words, product.Id, name, value) : ReadValue(words, product.Id, name, value, values));
        var kept = new List<OptionMention>();
        foreach (var place in found.GroupBy(one => (one.Start, one.End, one.Value)).OrderByDescending(place => place.Key.End - place.Key.Start).ThenBy(place => place.Key.Start))
        {
            var (start, end, _) = place.Key;
            if (!kept.Exists(other => start < other.End && other.Start < end))
                kept.Add(place.First() with { Names = Nearest(words, start, end, [.. place.SelectMany(one => one.Names).Distinct()]) });
        }
        return [.. kept.OrderBy(mention => mention.Start)];
    }

    /// <summary>Option names in the text without a value: "another color", "change the size".</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<string> words, Product product) =>
        [.. product.Variants.SelectMany(variant => variant.Options.Keys).Distinct().Where(name => Token.Find(words, Token.Phrase(name)) >= 0)];

    private static IEnumerable<OptionMention> ReadValue(IReadOnlyList<string> words, string productId, string name, string value, List<KeyValuePair<string, string>> values)
    {
        foreach (var phrase in Spellings(name, value, values))
        {
            for (var at = Token.Find(words, phrase); at >= 0; at = Token.Find(words, phrase, at + 1))
            {
                var end = at + phrase.Length;
                // "Too small" is a complaint and no size.
                if (at > 0 && words[at - 1] == "too" || IsBare(phrase) && !IsNamed(words, at, end, Token.Phrase(name)))
                    continue;
                yield return new OptionMention(at, end, productId, [name], value, IsDenied(words, at) && !IsExpected(phrase));
            }
        }

        // "No backlight" and "backlight: none" are one value.
        if (value == "none" && Token.Find(words, ["no", .. Token.Phrase(name)]) is var no and >= 0)
            yield return new OptionMention(no, no + 1 + Token.Phrase(name).Length, productId, [name], value, IsDenied: false);
    }

    /// <summary>The value itself, and the part of it that no other value of the option shares: "512GB" of "512GB SSD", "5 to 25".</summary>
    private static IEnumerable<string[]> Spellings(string name, string value, List<KeyValuePair<string, string>> values)
    {
        var whole = Token.Phrase(value);
        yield return whole;
        if (name == "size" && s_sizes.TryGetValue(value, out var words))
            foreach (var word in words)
                yield return word.Split(' ');
        if (whole.Length < 2)
            yield break;
        // "EU 39" is 39 where no other value has that number.
        if (int.TryParse(whole[^1], out _) && !values.Exists(other => other.Key == name && other.Value != value && Token.Phrase(other.Value)[^1] == whole[^1]))
            yield return [whole[^1]];
        var start = whole[..^1];
        var isTelling = !values.Exists(other => other.Key == name && other.Value != value && Token.IsAt(Token.Phrase(other.Value), 0, start));
        if (isTelling && !(start.Length == 1 && (start[0].Length < 3 || int.TryParse(start[0], out _))))
            yield return start;
    }

    private static IEnumerable<OptionMention> ReadYesNo(IReadOnlyList<string> words, string productId, string name, string value)
    {
        var phrase = Token.Phrase(name);
        var stem = phrase[^1] == "resistance" ? [.. phrase[..^1], "resistant"] : phrase;
        foreach (var spelling in new[] { phrase, stem }.DistinctBy(one => string.Join(' ', one)))
        {
            for (var at = Token.Find(words, spelling); at >= 0; at = Token.Find(words, spelling, at + 1))
            {
                var after = at + spelling.Length < words.Count ? words[at + spelling.Length] : "";
                var skip = after is Token.Comma or "is" or "be" or "a" ? 1 : 0;
                var next = at + spelling.Length + skip < words.Count ? words[at + spelling.Length + skip] : "";
                var before = string.Join(' ', words.Skip(Math.Max(0, at - 3)).Take(Math.Min(3, at)));
                var said = next is "yes" or "no" ? next : before.Split(' ').Any(word => word is "not" or "no" or "non" or "isn") ? "no" : "yes";
                var end = at + spelling.Length + (next is "yes" or "no" ? skip + 1 : 0);
                if (said == value)
                    yield return new OptionMention(at, end, productId, [name], value, IsDenied: false);
            }
        }
    }

    /// <summary>A size "8" or "M" is one only with its name or after "to", else it is a count, an initial, part of an address.</summary>
    private static bool IsBare(string[] phrase) => phrase.Length == 1 && (phrase[0].Length == 1 || int.TryParse(phrase[0], out _));

    private static bool IsNamed(IReadOnlyList<string> words, int start, int end, string[] name)
    {
        var before = words.Skip(Math.Max(0, start - 5)).Take(Math.Min(5, start)).ToList();
        var after = words.Skip(end).Take(2).ToList();
        return before.Contains(name[^1]) || after.Contains(name[^1])
            || before.Count > 0 && before[^1] is "to" or "a" or "an" or "in" or "the" or "for" or "need" or "take" or "want" && (end >= words.Count || !char.IsAsciiDigit(words[end][0]))
            || start == 0 && (end == words.Count || words[end] is "then" or "please" or "instead" or Token.Stop or Token.Comma);
    }

    /// <summary>"Not black", "from black", "instead of the black one".</summary>
    private static bool IsDenied(IReadOnlyList<string> words, int at)
    {
        var before = at - 1;
        while (before > 0 && words[before] is "the" or "a" or "my" or "an")
            before--;
        return before >= 0 && (s_denials.Contains(words[before]) || before > 0 && words[before] == "of" && words[before - 1] == "instead");
    }

    private static bool IsExpected(string[] phrase) => s_denials.Contains(phrase[0]);

    /// <summary>Of several options with that value, those whose name stands beside it: "brown lens".</summary>
    private static IReadOnlyList<string> Nearest(IReadOnlyList<string> words, int start, int end, IReadOnlyList<string> names)
    {
        if (names.Count < 2)
            return names;
        var around = words.Skip(Math.Max(0, start - 4)).Take(end + 3 - Math.Max(0, start - 4)).ToList();
        var telling = names.Select(name => (name, Hits: Token.Phrase(name).Count(part => around.Contains(part)))).ToList();
        var best = telling.Max(one => one.Hits);
        return best == 0 ? names : [.. telling.Where(one => one.Hits == best).Select(one => one.name)];
    }
}
