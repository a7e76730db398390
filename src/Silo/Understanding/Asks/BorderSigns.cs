using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Asks;

/// <summary>The marks that may stand at a border, the weakest first.</summary>
internal enum Mark { None, Comma, Dash, Semicolon, Stop, Exclamation, Question, Line }

/// <summary>The sorts of words that join two asks.</summary>
internal enum Joiner { None, And, Then, Also, Please, So, But, Or }

/// <summary>Reads the marks and the joining words at a border.</summary>
internal static class BorderSigns
{
    /// <summary>Number of different <see cref="Mark"/>s.</summary>
    public const int Marks = (int)Mark.Line + 1;

    /// <summary>Number of different <see cref="Joiner"/>s.</summary>
    public const int Joiners = (int)Joiner.Or + 1;

    /// <summary>The strongest mark of a border.</summary>
    public static Mark MarkOf(Token[] tokens, AskBorder border)
    {
        var strongest = Mark.None;
        for (var i = border.Last; i < border.Next; i++)
        {
            var mark = tokens[i].Text switch
            {
                "," => Mark.Comma,
                "-" or ":" or "(" or ")" => Mark.Dash,
                ";" => Mark.Semicolon,
                "." => Mark.Stop,
                "!" => Mark.Exclamation,
                "?" => Mark.Question,
                "\n" => Mark.Line,
                _ => Mark.None,
            };
            strongest = mark > strongest ? mark : strongest;
        }
        return strongest;
    }

    /// <summary>The joining word of a border; of several the one that says most.</summary>
    public static Joiner JoinerOf(Token[] tokens, AskBorder border)
    {
        var strongest = Joiner.None;
        for (var i = border.Last + 1; i < border.Next; i++)
        {
            var joiner = tokens[i].Text switch
            {
                "and" or "n" => Joiner.And,
                "then" or "next" or "afterwards" or "finally" or "lastly" => Joiner.Then,
                "also" or "plus" or "btw" or "besides" or "additionally" or "moreover" or "furthermore" or "separately" or "meanwhile" or "secondly" or "thirdly" => Joiner.Also,
                "please" or "kindly" or "maybe" or "oh" => Joiner.Please,
                "so" => Joiner.So,
                "but" => Joiner.But,
                "or" => Joiner.Or,
                _ => Joiner.None,
            };
            strongest = joiner > strongest ? joiner : strongest;
        }
        return strongest;
    }
}
