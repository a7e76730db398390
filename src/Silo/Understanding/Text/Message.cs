namespace SupportAgents.Silo.Understanding.Text;

/// <summary>A message with its tokens and what was found in it.</summary>
/// <param name="Text">As the customer wrote it.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Entities">What it names, by position.</param>
/// <param name="Labels">For each token the word that the classifier sees; null where it sees none.</param>
internal sealed record Message(string Text, Token[] Tokens, IReadOnlyList<Entity> Entities, string?[] Labels)
{

    /// <summary>The customer's words from one token to another, both included.</summary>
    public string Words(int first, int last) =>
        first > last || Tokens.Length == 0 ? "" : Text[Tokens[first].Start..Tokens[last].End];

    /// <summary>What is named from one token to another.</summary>
    public IEnumerable<Entity> Named(EntityKind kind, int first, int last) =>
        Entities.Where(entity => entity.Kind == kind && entity.First >= first && entity.Last <= last);
}

/// <summary>A stretch of a message's tokens, both ends included.</summary>
internal readonly record struct Clause(int First, int Last)
{
    /// <summary>Number of tokens.</summary>
    public int Length => Last - First + 1;
}
