using System.Collections.Frozen;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Asks;

/// <summary>The words by which an ask begins, and those that join and correct asks.</summary>
internal static class AskSigns
{
    /// <summary>Number of different <see cref="Opening"/>s.</summary>
    public const int Openings = (int)Opening.Subordinate + 1;

    private static readonly FrozenSet<string> Starts = Set("starts");
    private static readonly FrozenSet<string> Questions = Set("questions");
    private static readonly FrozenSet<string> Joiners = Set("joiners");
    private static readonly FrozenSet<string> FirstPerson = Set("first-person");
    private static readonly FrozenSet<string> Subordinators = Set("subordinators");

    /// <summary>"and", "also", "then" and the like, with the words of courtesy among them.</summary>
    public static bool IsJoiner(Token token) => Joiners.Contains(token.Text) || token.Text is "," or "-";

    /// <summary>A word that joins asks, or turns from one to the next: "but", "so".</summary>
    public static bool Turns(Token token) => IsJoiner(token) || token.Text is "but" or "so" or "meanwhile" or "separately";

    /// <summary>What sort of beginning of an ask a token is; <see cref="Opening.None"/> where it begins none.</summary>
    public static Opening OpeningOf(Token[] tokens, int at)
    {
        var word = tokens[at].Text;
        var next = at + 1 < tokens.Length ? tokens[at + 1].Text : "";
        if (word is "what" or "where" or "when" or "who" or "which" or "why" or "how" or "whats" or "wheres")
            return Opening.Question;
        if (Questions.Contains(word))
            return Opening.YesOrNo;
        if (Starts.Contains(word))
            return Opening.Order;
        if (word == "i" && (FirstPerson.Contains(next) || next is "will" or "can" or "would" or "have" or "do" or "did" or "am" or "wanna"))
            return Opening.Wish;
        return word is "my" or "the" or "your" or "our" or "this" or "there" ? Opening.Thing
            : word is "it" or "that" or "they" or "them" or "he" or "she" or "we" or "you" or "i" or "these" or "those" ? Opening.Pronoun
            : IsSubordinator(tokens[at]) || word is "cause" or "cos" or "coz" or "bc" or "for" or "with" or "in" or "on" or "at" or "to" or "from" ? Opening.Subordinate
            : Opening.None;
    }

    /// <summary>Whether words that ask or order begin here, so clearly that no mark need go before.</summary>
    public static bool BeginsUnmarked(Token[] tokens, int at)
    {
        if (at + 2 >= tokens.Length)
            return false;
        var next = tokens[at + 1].Text;
        return OpeningOf(tokens, at) switch
        {
            Opening.Question => Questions.Contains(next) || next is "much" or "many" or "long",
            Opening.YesOrNo => next is "you" or "i" or "my" or "the" or "it" or "they" or "there" or "we" or "u",
            Opening.Order => next is "my" or "the" or "me" or "it" or "this" or "that" or "them" or "order",
            Opening.Wish => true,
            Opening.Thing => tokens[at].Text is "my" or "there",
            _ => false,
        };
    }

    /// <summary>A word that asks or orders by itself: "where", "cancel".</summary>
    public static bool IsSign(Token token) => Starts.Contains(token.Text) || Questions.Contains(token.Text);

    /// <summary>"if", "because" and the like, which begin a clause that asks nothing.</summary>
    public static bool IsSubordinator(Token token) => Subordinators.Contains(token.Text);

    /// <summary>Whether an ask begins at this token.</summary>
    public static bool BeginsAsk(ReadOnlySpan<Token> tokens)
    {
        if (tokens.Length < 2)
            return tokens.Length == 1 && Starts.Contains(tokens[0].Text);
        var word = tokens[0].Text;
        var next = tokens[1].Text;
        if (Starts.Contains(word))
            return !(word is "order" or "return" or "refund" or "check" or "change" or "track" or "exchange" or "ship" or "buy" or "list" or "show"
                && next is "." or "," or "is" or "was" or "number" or "status" or "date" or "has" or "and");
        if (Questions.Contains(word))
            return word is not ("which" or "who" or "that") || next is not ("is" or "was" or "has" or "were" or "i" or "have") || tokens.Length > 2 && word == "which" && next == "is" && tokens[2].Text is "better" or "cheaper" or "best";
        if (word == "i" && tokens.Length > 2 && (next == "will" || next == "am" && tokens[2].Text.EndsWith("ing", StringComparison.Ordinal)))
            return true;
        if (word == "i")
            return FirstPerson.Contains(next) || next is "can" or "would" or "do" or "did" or "have" or "am" && tokens.Length > 2 && FirstPerson.Contains(tokens[2].Text) || next is "have" or "did" or "do" && tokens.Length > 2 && tokens[2].Text == "not";
        return word switch
        {
            "my" or "the" => HasVerb(tokens[1..]),
            "there" => next is "is" or "are" or "was" or "were",
            "if" or "whether" => next is "it" or "the" or "you" or "there" or "they" or "my" or "i",
            "let" => next is "me",
            _ => false,
        };
    }

    /// <summary>Whether a clause begins with words that take the ask before back.</summary>
    public static bool IsCorrection(ReadOnlySpan<Token> tokens)
    {
        if (tokens.Length == 0)
            return false;
        var next = tokens.Length > 1 ? tokens[1].Text : "";
        var third = tokens.Length > 2 ? tokens[2].Text : "";
        return tokens[0].Text switch
        {
            "actually" => next is "no" or "," && third is "no" or "nah" or "scratch" or "forget" or "instead",
            "no" or "oh" => next is "wait" || next is "," && third is "wait" or "actually" || next is "actually",
            "wait" => next is "no" || next is "," && third is "no",
            "scratch" => next is "that",
            "on" => next is "second" && third is "thought" or "thoughts",
            "i" => next is "mean" or "meant",
            "sorry" => next is "i" && third is "mean" or "meant",
            _ => false,
        };
    }

    /// <summary>Whether the clause has the form of a question or an order, not of a statement.</summary>
    public static bool IsExplicit(ReadOnlySpan<Token> tokens)
    {
        if (tokens[^1].Text == "?")
            return true;
        var at = 0;
        while (at < tokens.Length && (IsJoiner(tokens[at]) || tokens[at].IsPunctuation || tokens[at].Text is "hi" or "hello" or "hey" or "so" or "now" or "actually"))
            at++;
        if (at >= tokens.Length || tokens[at].Text is "my" or "the" or "there")
            return false;
        return BeginsAsk(tokens[at..]) && !(tokens[at].Text == "i" && at + 1 < tokens.Length
            && tokens[at + 1].Text is "have" or "did" or "am" or "never" or "still" or "received" or "got" or "was" or "do");
    }

    private static bool HasVerb(ReadOnlySpan<Token> tokens)
    {
        for (var i = 0; i < tokens.Length && i < 7; i++)
        {
            if (tokens[i].Text is "is" or "are" or "has" or "have" or "does" or "will" or "was" or "stopped" or "keeps" or "never" or "arrived" or "broke" or "came" or "not" or "went")
                return true;
            if (tokens[i].Text == "i" && i + 1 < tokens.Length && tokens[i + 1].Text is "want" or "would" or "need" or "wanna")
                return true;
        }
        return false;
    }

    private static FrozenSet<string> Set(string key) => LexiconFile.Read("asks").Where(line => line.Key == key)
        .SelectMany(line => line.Words).ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>The sorts of words by which a clause begins.</summary>
internal enum Opening { None, Question, YesOrNo, Order, Wish, Thing, Pronoun, Subordinate }
