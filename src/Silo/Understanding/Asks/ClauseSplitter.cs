using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Asks;

/// <summary>
/// Cuts a message where one ask ends and another may begin: at the ends of sentences, and inside a sentence where a
/// joining word or a comma is followed by the beginning of an ask. "Return the kettle and the mouse" stays whole.
/// </summary>
internal static class ClauseSplitter
{
    /// <summary>More clauses than a sensible message has; the rest is not looked at.</summary>
    public const int MaxClauses = 40;

    /// <summary>The clauses in their order; each holds at least one word.</summary>
    public static List<Clause> Split(Message message)
    {
        var clauses = new List<Clause>();
        var inside = InsideEntities(message);
        var start = 0;
        for (var i = 0; i <= message.Tokens.Length && clauses.Count < MaxClauses; i++)
        {
            if (i < message.Tokens.Length && !(EndsSentence(message.Tokens, i) && !inside[i]))
                continue;
            SplitSentence(message, start, Math.Min(i, message.Tokens.Length - 1), clauses);
            start = i + 1;
        }
        return clauses;
    }

    private static bool[] InsideEntities(Message message)
    {
        var inside = new bool[message.Tokens.Length];
        foreach (var entity in message.Entities)
            inside.AsSpan(entity.First, entity.Last - entity.First + 1).Fill(true);
        return inside;
    }

    private static bool EndsSentence(Token[] tokens, int i) => tokens[i].Text switch
    {
        "!" or "?" or ";" or "\n" => true,
        "." => i == 0 || !(tokens[i - 1].Text is "mr" or "mrs" or "ms" or "dr" or "st" or "vs" or "approx" or "no" && i + 1 < tokens.Length && tokens[i + 1].IsNumber)
            && !(tokens[i - 1].IsNumber && IsListMark(tokens, i - 1)) && !IsInitial(tokens, i),
        _ => false,
    };

    /// <summary>"P.O. box": a full stop after a single letter, with the next letter right behind it or before it.</summary>
    private static bool IsInitial(Token[] tokens, int i)
    {
        var initial = tokens[i - 1].Text.Length == 1 && char.IsAsciiLetter(tokens[i - 1].Text[0]);
        return initial && (i + 1 < tokens.Length && tokens[i + 1].Start == tokens[i].End && tokens[i + 1].Text.Length == 1
            || i > 2 && tokens[i - 2].Text == "." && tokens[i - 2].End == tokens[i - 1].Start);
    }

    /// <summary>Whether a number begins a line or a sentence, as in "1. cancel my order".</summary>
    private static bool IsListMark(Token[] tokens, int i) =>
        tokens[i].Text.Length == 1 && char.IsAsciiDigit(tokens[i].Text[0]) && (i == 0 || i + 1 < tokens.Length && tokens[i + 1].Text == ")" || tokens[i - 1].Text is "." or "\n" or "?" or "!" or ":" or ";" or ",");

    private static void SplitSentence(Message message, int first, int last, List<Clause> clauses)
    {
        var tokens = message.Tokens;
        var start = first;
        for (var i = first + 1; i <= last; i++)
        {
            var joiner = AskSigns.IsJoiner(tokens[i]) || tokens[i].Text == ":" || IsListMark(tokens, i);
            if (!joiner)
                continue;
            var next = i;
            while (next <= last && (AskSigns.IsJoiner(tokens[next]) || tokens[next].Text is ":" or ")" or "." || IsListMark(tokens, next)))
                next++;
            if (next <= last && IsWholeAsk(message, start, i - 1) && BeginsAnother(message, i, next, last))
            {
                Add(message, start, i - 1, clauses);
                start = next;
            }
            i = next;
        }
        Add(message, start, last, clauses);
    }

    /// <summary>What comes before must be more than a verb, and no "if …" that belongs to what follows.</summary>
    private static bool IsWholeAsk(Message message, int first, int last)
    {
        while (first <= last && (AskSigns.IsJoiner(message.Tokens[first]) || message.Tokens[first].IsPunctuation))
            first++;
        if (first > last)
            return false;
        if (last - first < 1)
            return message.Tokens[first].Text is "yes" or "no" or "hi" or "hello" or "hey" or "thanks" or "okay" or "actually" or "nope" or "yeah" or "sure";
        return !AskSigns.IsSubordinator(message.Tokens[first]);
    }

    private static bool BeginsAnother(Message message, int joiner, int next, int last)
    {
        var rest = message.Tokens.AsSpan(next, last - next + 1);
        var onlyComma = joiner == next - 1 && message.Tokens[joiner].Text is "," or "-";
        var onlyOr = joiner == next - 1 && message.Tokens[joiner].Text is "or";
        if (onlyOr || rest[0].Text is "if" or "whether" && onlyComma)
            return false;
        return AskSigns.BeginsAsk(rest);
    }

    private static void Add(Message message, int first, int last, List<Clause> clauses)
    {
        while (first <= last && message.Tokens[first] is { IsPunctuation: true })
            first++;
        if (first <= last && clauses.Count < MaxClauses)
            clauses.Add(new Clause(first, last));
    }
}
