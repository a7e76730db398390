using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills.Reading;

/// <summary>A place in a text where products of an order are named.</summary>
/// <param name="Start">The first word's position.</param>
/// <param name="End">The position after the last word.</param>
/// <param name="ProductIds">The products that it can mean; more than one for "the kettle" where there are two kinds.</param>
public sealed record ItemMention(int Start, int End, IReadOnlyList<string> ProductIds);

/// <summary>Finds an order's products in a text, by their full names or by a part that tells them.</summary>
public static class ItemReader
{
    private const int ShortestPart = 4;

    /// <summary>Words of product names that say little by themselves.</summary>
    private static readonly HashSet<string> s_weak =
    [
        "electric", "smart", "wireless", "portable", "digital", "indoor", "outdoor", "water", "light", "action", "office", "garden", "security",
        "mini", "everyday", "classic", "travel", "piece", "black", "white", "blue", "green", "silver", "order", "item", "color", "size", "gift", "card",
        "wall", "desk", "with", "home", "room", "large", "small", "medium", "running", "patio", "espresso", "coffee", "gaming", "pair",
    ];

    /// <summary>Heads that need their neighbour: "set", "kit".</summary>
    private static readonly HashSet<string> s_heads = ["set", "kit", "machine", "maker", "cleaner", "pack", "system", "bulb", "bed", "mat"];

    /// <summary>The mentions of the order's products, in the order of the text.</summary>
    public static IReadOnlyList<ItemMention> Products(IReadOnlyList<string> words, Order order) =>
        Read(words, [.. order.Items.Select(item => (item.ProductId, item.Name)).Distinct()]);

    /// <summary>The mentions of these products, in the order of the text; longer names win over parts of them.</summary>
    public static IReadOnlyList<ItemMention> Read(IReadOnlyList<string> words, IReadOnlyList<(string Id, string Name)> products)
    {
        var found = new List<(int Start, int Length, string Id)>();
        foreach (var (id, name) in products)
        {
            var phrase = Token.Phrase(name);
            for (var start = 0; start < words.Count; start++)
                if (LongestAt(words, start, phrase) is var length and > 0)
                    found.Add((start, length, id));
        }
        var mentions = new List<ItemMention>();
        foreach (var place in found.GroupBy(one => (one.Start, one.Length)).OrderByDescending(place => place.Key.Length).ThenBy(place => place.Key.Start))
        {
            var (start, end) = (place.Key.Start, place.Key.Start + place.Key.Length);
            if (!mentions.Exists(other => start < other.End && other.Start < end))
                mentions.Add(new ItemMention(start, end, [.. place.Select(one => one.Id).Distinct()]));
        }
        // In "watch band" the band is meant, and the watch only says which.
        return [.. mentions.Where(mention => !mentions.Exists(next => next.Start == mention.End && !next.ProductIds.Intersect(mention.ProductIds).Any())).OrderBy(mention => mention.Start)];
    }

    private static int LongestAt(IReadOnlyList<string> words, int start, string[] phrase)
    {
        for (var length = phrase.Length; length > 0; length--)
            for (var from = 0; from + length <= phrase.Length; from++)
            {
                var part = phrase[from..(from + length)];
                if (IsTelling(part, phrase) && Matches(words, start, part))
                    return length;
            }
        return 0;
    }

    private static bool Matches(IReadOnlyList<string> words, int start, string[] part) =>
        Token.IsAt(words, start, part) || part.Length == 1 && IsTail(words[start], part[0]);

    /// <summary>Other words for the heads of product names.</summary>
    private static readonly Dictionary<string, string> s_synonyms = new()
    {
        ["backpack"] = "daypack",
        ["rucksack"] = "daypack",
        ["hoover"] = "vacuum",
        ["sneaker"] = "runner",
        ["sweater"] = "pullover",
        ["jumper"] = "pullover",
        ["sweatshirt"] = "hoodie",
        ["blanket"] = "throw",
        ["torch"] = "headlamp",
        ["flashlight"] = "headlamp",
        ["earphone"] = "earbud",
        ["cord"] = "cable",
        ["shirt"] = "tee",
        ["cup"] = "mug",
        ["pot"] = "oven",
        ["powerbank"] = "bank",
    };

    /// <summary>"phone" for a smartphone, "watch" for a wristwatch; and the other way round.</summary>
    private static bool IsTail(string said, string name) =>
        said.Length > ShortestPart && name.EndsWith(said, StringComparison.Ordinal) || said == "bike" && name == "bicycle" || s_synonyms.GetValueOrDefault(said) == name;

    private static bool IsTelling(string[] part, string[] phrase)
    {
        if (part.Length == phrase.Length)
            return true;
        var isTail = part[^1] == phrase[^1];
        return part.Length > 1
            ? !Array.TrueForAll(part, word => s_weak.Contains(word) || char.IsAsciiDigit(word[0]))
            : part[0].Length >= ShortestPart && !char.IsAsciiDigit(part[0][0]) && !s_weak.Contains(part[0]) && !s_heads.Contains(part[0])
                || isTail && part[0].Length >= 3 && !s_heads.Contains(part[0]) && !s_weak.Contains(part[0]) && !char.IsAsciiDigit(part[0][0]);
    }
}
