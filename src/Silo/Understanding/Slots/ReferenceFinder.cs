using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Slots;

/// <summary>Finds words that stand for something without naming it: "my last order", "the second one", "it".</summary>
internal static class ReferenceFinder
{
    /// <summary>No list that is shown is longer.</summary>
    private const int MostListed = 30;

    /// <summary><c>last</c>, <c>latest</c>, <c>first</c>, <c>both</c> or <c>all</c>: which of the orders, without an id.</summary>
    public static string? Order(Token[] tokens, Clause clause)
    {
        for (var i = clause.First; i <= clause.Last; i++)
        {
            var next = i < clause.Last ? tokens[i + 1].Text : "";
            var isOrder = next is "order" or "purchase" or "one" or "package" || i + 2 <= clause.Last && tokens[i + 2].Text is "order" or "purchase" or "orders";
            switch (tokens[i].Text)
            {
                case "last" when next is "order" or "purchase" || i + 2 <= clause.Last && tokens[i + 2].Text is "order" or "purchase":
                    return "last";
                case "latest" or "newest" or "recent" when isOrder && next is not "orders":
                    return "latest";
                case "first" when next is "order":
                    return "first";
                case "both" when Follows(tokens, clause, i, "order", "orders", "of") || i == clause.Last || next is "." or "," or "?":
                    return "both";
                case "all" when Follows(tokens, clause, i, "order", "orders", "of") || next is "them":
                    return "all";
                case "everything":
                    return "all";
            }
        }
        return null;
    }

    /// <summary>One-based positions in a list: "the second one", "option 2", "number 3"; -1 is the last.</summary>
    public static List<int> Ordinals(Token[] tokens, Clause clause)
    {
        var found = new List<int>();
        for (var i = clause.First; i <= clause.Last; i++)
        {
            var next = i < clause.Last ? tokens[i + 1].Text : "";
            var before = i > clause.First ? tokens[i - 1].Text : "";
            if (NumberWords.Position(tokens[i].Text) is { } position)
            {
                var alone = clause.Length <= 3 || i == clause.Last || next is "." or "," or "!" or "and" or "please";
                if (next is "one" or "option" or "item" or "choice" or "product" || alone && before is "the" or "" or "and" || next is "order" && tokens[i].Text is not ("last" or "first"))
                    found.Add(position);
            }
            else if (before is "option" or "choice" or "number" && NumberWords.Count(tokens[i].Text) is { } number and > 0 and < MostListed)
            {
                found.Add(number);
            }
        }
        return found;
    }

    /// <summary>Whether "it", "that one", "the other" stand for something said before.</summary>
    public static bool IsAnaphoric(Token[] tokens, Clause clause)
    {
        for (var i = clause.First; i <= clause.Last; i++)
        {
            var next = i < clause.Last ? tokens[i + 1].Text : ".";
            var pointing = tokens[i].Text switch
            {
                "it" or "them" or "its" => true,
                "that" or "this" or "those" or "these" => next is "one" or "ones" or "." or "," or "?" or "!" or "please" or "instead" or "order" or "item" or "product" or "package" or "too" or "anymore" or "now" or "for" or "in" or "to",
                "other" or "same" => next is "one" or "." or "?" or "order" or "item" or "thing" or "ones",
                _ => false,
            };
            if (pointing)
                return true;
        }
        return false;
    }

    private static bool Follows(Token[] tokens, Clause clause, int i, params ReadOnlySpan<string> words)
    {
        for (var at = i + 1; at <= clause.Last && at <= i + 3; at++)
        {
            if (words.Contains(tokens[at].Text))
                return true;
        }
        return false;
    }
}
