namespace SupportAgents.Silo.Understanding.Text;

/// <summary>Cuts a message into tokens in one pass over its characters.</summary>
internal static class Tokenizer
{
    /// <summary>More tokens than any sensible message has; what follows is not looked at.</summary>
    public const int MaxTokens = 3000;

    private const int MaxTokenLength = 60;

    /// <summary>The tokens in their order. Emoji and other signs are left out.</summary>
    public static Token[] Tokenize(string text)
    {
        var tokens = new List<Token>(Math.Min(text.Length / 4 + 4, MaxTokens));
        var at = 0;
        while (at < text.Length && tokens.Count < MaxTokens)
        {
            var c = text[at];
            if (StartsWord(text, at))
            {
                var end = WordEnd(text, at);
                AddWord(tokens, text, at, end);
                at = end;
                continue;
            }
            if (Punctuation(c) is { } mark && !(mark == "\n" && (tokens.Count == 0 || tokens[^1].Text == "\n")))
                tokens.Add(new Token(mark, at, at + 1));
            at++;
        }
        return [.. tokens];
    }

    private static string? Punctuation(char c) => c switch
    {
        '.' or '…' or '。' => ".",
        ',' or '、' => ",",
        '!' or '¡' => "!",
        '?' or '？' or '¿' => "?",
        ';' => ";",
        ':' => ":",
        '\n' or '\r' => "\n",
        '(' => "(",
        ')' => ")",
        '+' => "+",
        '*' => "*",
        '/' => "/",
        '=' => "=",
        '%' => "%",
        '–' or '—' => "-",
        '-' => "-",
        '&' => "and",
        // After the number; before it they belong to the word.
        '€' => "euros",
        '£' => "pounds",
        '$' => "dollars",
        _ => null,
    };

    private static bool StartsWord(string text, int at) =>
        char.IsLetterOrDigit(text[at])
        || text[at] is '#' or '$' or '€' or '£' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);

    private static int WordEnd(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length)
        {
            var c = text[end];
            if (char.IsLetterOrDigit(c) || c == '_' || c == '@')
            {
                end++;
                continue;
            }
            var joins = c is '\'' or '’' or '-' or '.' or ',' or '+' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]);
            if (!joins || !Joins(text, at, end))
                break;
            end += 2;
        }
        return end;
    }

    /// <summary>Whether a mark inside a run of letters belongs to it: "t-shirt", "don't", "1.5", "1,200", "a.b@c.org".</summary>
    private static bool Joins(string text, int start, int mark)
    {
        if (mark + 1 >= text.Length)
            return false;
        var before = text[mark - 1];
        var after = text[mark + 1];
        return text[mark] switch
        {
            '\'' or '’' => char.IsLetter(after),
            // "20-40" is a range; "2026-05-01" and "555-0102" are one.
            '-' => char.IsLetterOrDigit(after) && !IsRange(text, start, mark),
            '.' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after) || IsEmail(text, start, mark),
            ',' => char.IsAsciiDigit(before) && ThreeDigits(text, mark + 1),
            '+' => IsEmail(text, start, mark),
            _ => false,
        };
    }

    private static bool IsRange(string text, int start, int mark)
    {
        var left = text.AsSpan(start, mark - start);
        var right = text.AsSpan(mark + 1);
        var digits = 0;
        while (digits < right.Length && char.IsAsciiDigit(right[digits]))
            digits++;
        return digits is > 0 and <= 3 && left.Length <= 3 && left.IndexOfAnyExceptInRange('0', '9') < 0
            && (digits == right.Length || !char.IsLetterOrDigit(right[digits]) && right[digits] != '-');
    }

    private static bool ThreeDigits(string text, int at) =>
        at + 2 < text.Length && text.AsSpan(at, 3).IndexOfAnyExceptInRange('0', '9') < 0
        && (at + 3 >= text.Length || !char.IsAsciiDigit(text[at + 3]));

    private static bool IsEmail(string text, int start, int mark)
    {
        var end = mark;
        while (end < text.Length && end - start < MaxTokenLength && !char.IsWhiteSpace(text[end]))
            end++;
        return text.AsSpan(start, end - start).Contains('@');
    }

    private static void AddWord(List<Token> tokens, string text, int start, int end)
    {
        var word = Letters.Fold(text.AsSpan(start, Math.Min(end - start, MaxTokenLength)));
        foreach (var part in WordForms.Expand(word))
            tokens.Add(new Token(part, start, end));
    }
}
