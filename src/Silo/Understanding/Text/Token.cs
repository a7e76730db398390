namespace SupportAgents.Silo.Understanding.Text;

/// <summary>A word or a punctuation mark of a message.</summary>
/// <param name="Text">Lower case, without accents, contractions written out: "don't" is the two tokens "do" and "not".</param>
/// <param name="Start">Where it starts in the message.</param>
/// <param name="End">Where it ends in the message, exclusive.</param>
internal readonly record struct Token(string Text, int Start, int End)
{
    /// <summary>True for a comma, a full stop, a line break and the like.</summary>
    public bool IsPunctuation => Text.Length == 1 && !char.IsLetterOrDigit(Text[0]);

    /// <summary>True when it has only digits.</summary>
    public bool IsNumber => Text.All(char.IsAsciiDigit);
}
