using System.Text;

namespace SupportAgents.Grains.Knowledge.Text;

/// <summary>
/// Cuts text into lower-case words without accents. Digits and letters part ("10000mAh" is "10000" and "mah"), so that
/// it does not matter how a figure and its unit were written.
/// </summary>
public static class Tokenizer
{
    private const string Accented = "àáâãäåāăąçćčďđèéêëēėęěğìíîïīįłñńňòóôõöøōőŕřśşšťùúûüūůűųýÿźżž";
    private const string Plain = "aaaaaaaaacccddeeeeeeeegiiiiiilnnnoooooooorrssstuuuuuuuuyyzzz";

    /// <summary>The words of a text in their order.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>(text.Length / 6 + 1);
        var word = new StringBuilder(32);
        var digits = false;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsLetterOrDigit(letter))
            {
                if (word.Length > 0 && char.IsAsciiDigit(letter) != digits)
                    Flush();
                digits = char.IsAsciiDigit(letter);
                if (word.Length < MaxWord)
                    word.Append(Fold(letter));
            }
            else if (letter is not ('\'' or '’') || i + 1 >= text.Length || !char.IsLetter(text[i + 1]))
            {
                Flush();
            }
            else if (text[i + 1] is 's' or 'S' && (i + 2 >= text.Length || !char.IsLetterOrDigit(text[i + 2])))
            {
                Flush();
                i++;
            }
        }
        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>Longer runs of letters are no words; what is beyond is dropped.</summary>
    private const int MaxWord = 40;

    private static char Fold(char letter)
    {
        if (letter < 128)
            return char.ToLowerInvariant(letter);
        var lower = char.ToLowerInvariant(letter);
        var index = Accented.IndexOf(lower, StringComparison.Ordinal);
        return index < 0 ? lower : Plain[index];
    }
}
