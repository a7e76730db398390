using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Slots;

/// <summary>Finds order ids in any spelling: "#W1234567", "w1234567", "order 10234", "order number is 10234", "the order ending in 66".</summary>
internal static class OrderIdFinder
{
    private const int ShortestUnnamed = 4;

    /// <summary>Order ids in the shop's spelling where they are the customer's own, else as said.</summary>
    public static IEnumerable<Entity> Find(Token[] tokens, OwnOrders orders)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            var word = tokens[i].Text;
            if (word is "xorder")
            {
                yield return new Entity(EntityKind.Order, i, i, word);
                continue;
            }
            if (Spaced(tokens, i) is var (last, id))
            {
                yield return new Entity(EntityKind.Order, i, last, orders.Find(id) ?? id.ToUpperInvariant());
                i = last;
                continue;
            }
            if (!word.Any(char.IsAsciiDigit) || word[0] is '$' or '€' or '£' || word.Contains('@') || word.Contains('_'))
                continue;
            var own = word.Length >= ShortestUnnamed ? orders.Find(word) : null;
            if (own is null && EndsOrder(tokens, i) && orders.FindByEnd(word) is { } ending)
                own = ending;
            if (own is not null || LooksLikeId(word) || IsNamed(tokens, i) && IsPlausible(word) || IsAllThatIsSaid(tokens, word))
            {
                var first = i > 0 && tokens[i - 1].Text is "number" or "no" or "nr" or "id" ? i - 1 : i;
                yield return new Entity(EntityKind.Order, first, i, own ?? AsSaid(tokens[i], word));
            }
        }
    }

    /// <summary>An id with blanks in it: "# w 1234567", "W 450 9911", "order 3 2 0 0 9 1"; the index of its last token and the id without blanks.</summary>
    private static (int End, string Id)? Spaced(Token[] tokens, int i)
    {
        // A lone "w" is otherwise short for "with".
        var isLetter = tokens[i] is { Text: "with", Start: var start, End: var end } && end - start == 1;
        var isPrefix = isLetter || tokens[i].Text is "#w" or "#";
        var isDigits = tokens[i].IsNumber && tokens[i].Text.Length == 1 && i > 0 && tokens[i - 1].Text is "order" or "number" or "is" or "no";
        if (!isPrefix && !isDigits)
            return null;
        var last = i;
        while (last + 1 < tokens.Length && tokens[last + 1].IsNumber)
            last++;
        var id = string.Concat(tokens[i..(last + 1)].Select(token => token.Text)).Replace("with", "w", StringComparison.Ordinal);
        return id.Count(char.IsAsciiDigit) >= ShortestUnnamed ? (last, id) : null;
    }

    /// <summary>A long number with hardly anything beside it, as when it was asked for.</summary>
    private static bool IsAllThatIsSaid(Token[] tokens, string word) =>
        word.Length is >= 6 and <= 12 && word.All(char.IsAsciiDigit) && tokens.Count(token => !token.IsPunctuation) <= 2;

    private static string AsSaid(Token token, string word) => LooksLikeId(word) ? word.ToUpperInvariant() : word;

    /// <summary>A hash sign with digits, or one to three letters before at least four digits.</summary>
    private static bool LooksLikeId(string word)
    {
        var body = word.AsSpan(word[0] == '#' ? 1 : 0);
        var letters = 0;
        while (letters < body.Length && char.IsAsciiLetter(body[letters]))
            letters++;
        var digits = body[letters..].TrimStart('-');
        var allDigits = digits.Length > 0 && digits.IndexOfAnyExceptInRange('0', '9') < 0;
        return allDigits && (word[0] == '#' ? digits.Length >= 3 : letters is >= 1 and <= 3 && digits.Length >= ShortestUnnamed);
    }

    private static bool IsPlausible(string word) => word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '#')
        && word.Count(char.IsAsciiDigit) >= 2;

    /// <summary>Whether the words before say that this is an order's number; "order 2 shirts" does not.</summary>
    private static bool IsNamed(Token[] tokens, int i)
    {
        var at = i - 1;
        var number = false;
        while (at >= 0 && i - at <= 4 && tokens[at].Text is "number" or "no" or "nr" or "id" or "is" or ":" or "." or "#" or "and" or ",")
            number |= tokens[at--].Text is "number" or "no" or "nr" or "id";
        if (at < 0)
            return false;
        if (tokens[at].Text is "orders" or "order")
            return number || tokens[i].Text.Length >= 3;
        return number && i - at <= 3 && tokens[i].Text.Length >= 5 && tokens[at].Text is not ("phone" or "model" or "serial" or "tracking" or "card" or "item");
    }

    private static bool EndsOrder(Token[] tokens, int i)
    {
        var ends = i > 0 && tokens[i - 1].Text is "ending" or "ends" || i > 1 && tokens[i - 2].Text is "ending" or "ends" or "end" or "finishing";
        if (!ends)
            return false;
        for (var at = i - 1; at >= 0 && i - at <= 8; at--)
        {
            if (tokens[at].Text is "order" or "orders")
                return true;
            if (tokens[at].Text is "card" or "visa" or "mastercard")
                return false;
        }
        return false;
    }
}
