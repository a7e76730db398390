using System.Collections.Frozen;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Asks;

/// <summary>Tells words for goods from other words, where no catalogue does: by the lists that the training language names goods with.</summary>
internal static class Things
{
    private static readonly FrozenSet<string> Words = LexiconFile.Lines("Understanding/Training/lists/product.txt")
        .Concat(LexiconFile.Lines("Understanding/Training/lists/category.txt"))
        .Concat(LexiconFile.Lines("Understanding/Training/lists/color.txt"))
        .SelectMany(line => line.Split(' ')).Select(Letters.Stem).Where(word => word.Length > 2 && !word.Contains('*') && !(word is "for" or "first" or "down" or "high" or "hard" or "set")).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the token names a thing: a word for goods, or a word after "the" or "my" that is none of asking.</summary>
    public static bool Names(Token[] tokens, int at)
    {
        var word = tokens[at].Text;
        if (tokens[at].IsPunctuation || AskSigns.IsSign(tokens[at]) || word.Length < 3)
            return false;
        return Words.Contains(Letters.Stem(word));
    }

    /// <summary>Whether the second clause names a thing, an order or an option that the first does not.</summary>
    public static bool NamesOwn(Message message, Clause first, Clause second)
    {
        foreach (var entity in message.Entities)
        {
            if (entity.Kind is EntityKind.Order or EntityKind.Product && entity.First >= second.First && entity.Last <= second.Last
                && !message.Named(entity.Kind, first.First, first.Last).Any(other => other.Value.Equals(entity.Value)))
                return true;
        }
        for (var i = second.First; i <= second.Last; i++)
        {
            if (Names(message.Tokens, i) && !Has(message.Tokens, first, Letters.Stem(message.Tokens[i].Text)))
                return true;
        }
        return false;
    }

    private static bool Has(Token[] tokens, Clause clause, string stem)
    {
        for (var i = clause.First; i <= clause.Last; i++)
        {
            if (Letters.Stem(tokens[i].Text) == stem)
                return true;
        }
        return false;
    }

    /// <summary>Whether a word of the clause stands for something said before: "it", "the other one".</summary>
    public static bool PointsBack(Token[] tokens, Clause clause)
    {
        for (var i = clause.First; i <= clause.Last; i++)
        {
            if (tokens[i].Text is "it" or "them" or "that" or "this" or "they" or "these" or "those" or "its" or "one" or "ones")
                return true;
        }
        return false;
    }
}
