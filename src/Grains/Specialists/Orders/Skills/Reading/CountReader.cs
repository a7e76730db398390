namespace SupportAgents.Grains.Specialists.Orders.Skills.Reading;

/// <summary>How many of several equal things a text means.</summary>
public static class CountReader
{
    private static readonly Dictionary<string, int> s_counts = new()
    {
        ["one"] = 1,
        ["single"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["both"] = int.MaxValue,
        ["all"] = int.MaxValue,
        ["everything"] = int.MaxValue,
    };

    private static readonly HashSet<string> s_fillers =
        ["just", "only", "of", "them", "it", "the", "please", "yes", "no", "pair", "pack", "piece", "a", "oh", "sorry", "i", "mean", "meant", "want", "actually", "item", Token.Comma, Token.Stop];

    /// <summary>The count in a reply that says nothing else, such as "both", "just one pair"; <see cref="int.MaxValue"/> for all; null else.</summary>
    public static int? Alone(IReadOnlyList<string> words) =>
        words.All(word => s_fillers.Contains(word) || Of(word) is not null) ? words.Select(Of).FirstOrDefault(count => count is not null) : null;

    /// <summary>The count before "of" or a thing: "<em>one</em> of the 500g bags".</summary>
    public static int? Partitive(IReadOnlyList<string> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
            if (words[i + 1] == "of" && Of(words[i]) is { } count)
                return count;
        return words.Contains("both") ? int.MaxValue : null;
    }

    private static int? Of(string word) =>
        s_counts.TryGetValue(word, out var count) ? count : int.TryParse(word, out var number) && number is > 0 and < 20 ? number : null;
}
