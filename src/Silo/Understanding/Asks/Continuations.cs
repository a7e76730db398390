using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Asks;

/// <summary>A question that leaves its verb to the one before: "is the lamp in stock? and the rug?" asks the same of another thing.</summary>
internal static class Continuations
{
    private const int Longest = 9;

    /// <summary>Gives such clauses the intent of the clause before.</summary>
    public static List<Ask> Resolve(Message message, List<Ask> clauses)
    {
        for (var i = 1; i < clauses.Count; i++)
        {
            if (clauses[i - 1].Intent != Classification.TrainingSet.Context && !IntentFamilies.IsCourtesy(clauses[i - 1].Intent) && Continues(message.Tokens.AsSpan(clauses[i].Clause.First, clauses[i].Clause.Length)))
                clauses[i] = clauses[i] with { Intent = clauses[i - 1].Intent, Confidence = clauses[i - 1].Confidence, Alternative = null, IsExplicit = true };
        }
        return clauses;
    }

    private static bool Continues(ReadOnlySpan<Token> tokens)
    {
        if (tokens.Length is < 2 or > Longest || tokens[^1].Text != "?")
            return false;
        var at = tokens[0].Text switch
        {
            "and" => 1,
            "what" or "how" when tokens[1].Text == "about" => 2,
            _ => -1,
        };
        if (at < 0 || at >= tokens.Length - 1)
            return false;
        foreach (var token in tokens[at..])
        {
            if (AskSigns.IsSign(token) || token.Text is "i" or "it" or "you" or "we")
                return false;
        }
        return true;
    }
}
