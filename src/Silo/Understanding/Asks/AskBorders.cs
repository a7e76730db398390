using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Asks;

/// <summary>A place where one ask may end and another begin.</summary>
/// <param name="Last">The last token before it.</param>
/// <param name="Next">The first token after it, joining words and marks left out.</param>
internal readonly record struct AskBorder(int Last, int Next);

/// <summary>Finds the places where an ask may end: ends of sentences, commas, joining words, and words that begin an ask.</summary>
internal static class AskBorders
{
    private const int LongestListed = 4;
    private const int ShortestAsk = 2;

    /// <summary>The borders from one token to another, in their order. None is inside an order id, an address and the like.</summary>
    public static List<AskBorder> Find(Message message, int first, int last)
    {
        var borders = new List<AskBorder>();
        var tokens = message.Tokens;
        var inside = Inside(message);
        var end = last;
        while (end > first && tokens[end].IsPunctuation)
            end--;
        for (var i = first + 1; i <= end; i++)
        {
            if (!(IsMark(tokens, i) || AskSigns.Turns(tokens[i])) || inside[i])
            {
                // Without any mark, as in dictated text, only words that ask or order can begin another.
                if (AskSigns.BeginsUnmarked(tokens, i) && !inside[i] && (borders.Count == 0 || borders[^1].Next != i))
                    borders.Add(new AskBorder(i - 1, i));
                continue;
            }
            var next = i;
            while (next <= end && (IsMark(tokens, next) || AskSigns.Turns(tokens[next]) || tokens[next].IsPunctuation) && !inside[next])
                next++;
            if (next <= end)
                borders.Add(new AskBorder(EndsSentence(tokens, i) ? i : i - 1, next));
            i = next;
        }
        borders.RemoveAll(border => IsListed(tokens, border, borders.Find(other => other.Last >= border.Next) is { Next: > 0 } after ? after.Last : end));
        return borders;
    }

    /// <summary>
    /// Whether a few words after a comma or an "and" only name another thing or say which: "the difference between the
    /// red, the blue and the green one", "the jacket in moss, size M".
    /// </summary>
    private static bool IsListed(Token[] tokens, AskBorder border, int last)
    {
        if (last - border.Next >= LongestListed || BorderSigns.MarkOf(tokens, border) > Mark.Comma || BorderSigns.JoinerOf(tokens, border) is not (Joiner.None or Joiner.And or Joiner.Or))
            return false;
        if (AskSigns.OpeningOf(tokens, border.Next) is not (Opening.Thing or Opening.None or Opening.Subordinate))
            return false;
        for (var i = border.Next; i <= last; i++)
        {
            if (AskSigns.IsSign(tokens[i]) || AskSigns.OpeningOf(tokens, i) is Opening.Pronoun or Opening.Wish || tokens[i].Text.EndsWith("ed", StringComparison.Ordinal))
                return false;
        }
        return last - border.Next < ShortestAsk || tokens[border.Next].Text is "the" or "my" or "this" or "your" or "our";
    }

    /// <summary>Whether a sentence ends with this token.</summary>
    public static bool EndsSentence(Token[] tokens, int i) => tokens[i].Text switch
    {
        "!" or "?" or ";" or "\n" => true,
        "." => i == 0 || !(tokens[i - 1].Text is "mr" or "mrs" or "ms" or "dr" or "st" or "vs" or "approx" or "no" && i + 1 < tokens.Length && tokens[i + 1].IsNumber)
            && !(tokens[i - 1].IsNumber && IsListMark(tokens, i - 1)) && !IsInitial(tokens, i),
        _ => false,
    };

    private static bool IsMark(Token[] tokens, int i) => tokens[i].Text is ":" or "(" || EndsSentence(tokens, i) || IsListMark(tokens, i);

    private static bool[] Inside(Message message)
    {
        var inside = new bool[message.Tokens.Length];
        foreach (var entity in message.Entities)
            inside.AsSpan(entity.First + 1, entity.Last - entity.First).Fill(true);
        return inside;
    }

    /// <summary>"P.O. box": a full stop after a single letter, with the next letter right behind it or before it.</summary>
    private static bool IsInitial(Token[] tokens, int i)
    {
        var initial = tokens[i - 1].Text.Length == 1 && char.IsAsciiLetter(tokens[i - 1].Text[0]);
        return initial && (i + 1 < tokens.Length && tokens[i + 1].Start == tokens[i].End && tokens[i + 1].Text.Length == 1
            || i > 2 && tokens[i - 2].Text == "." && tokens[i - 2].End == tokens[i - 1].Start);
    }

    /// <summary>Whether a number begins a line or a sentence, as in "1. cancel my order".</summary>
    private static bool IsListMark(Token[] tokens, int i) =>
        tokens[i].Text.Length == 1 && char.IsAsciiDigit(tokens[i].Text[0]) && i + 1 < tokens.Length && tokens[i + 1].Text is ")" or "."
        && (i == 0 || tokens[i + 1].Text == ")" || tokens[i - 1].Text is "." or "\n" or "?" or "!" or ":" or ";" or "," || Continues(tokens, i));

    /// <summary>Whether the number before it stood before a full stop: "1. track it 2. cancel it".</summary>
    private static bool Continues(Token[] tokens, int i)
    {
        for (var at = i - 2; at >= 0; at--)
        {
            if (tokens[at + 1].Text == "." && tokens[at].Text.Length == 1 && tokens[at].Text[0] == tokens[i].Text[0] - 1)
                return true;
        }
        return false;
    }
}
