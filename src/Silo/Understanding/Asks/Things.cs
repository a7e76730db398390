using System.Collections.Frozen;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Asks;

/// <summary>Tells words for goods from other words, where no catalogue does: by the lists that the training language names goods with.</summary>
internal static class Things
{
    private static readonly FrozenSet<string> Words = LexiconFile.Lines("Understanding/Training/lists/product.txt")
        .Concat(LexiconFile.Lines("Understanding/Training/lists/category.txt"))
        .Concat(LexiconFile.Lines("Understanding/Training/lists/color.txt"))
        .SelectMany(line => line.Split(' ')).Select(Letters.Stem).Where(word => word.Length > 2 && !word.Contains('*')).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the token names a thing: a word for goods, or a word after "the" or "my" that is none of asking.</summary>
    public static bool Names(Token[] tokens, int at)
    {
        var word = tokens[at].Text;
        if (tokens[at].IsPunctuation || AskSigns.IsSign(tokens[at]) || word.Length < 3)
            return false;
        return Words.Contains(Letters.Stem(word));
    }
}
