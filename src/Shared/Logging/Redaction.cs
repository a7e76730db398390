using System.Text.RegularExpressions;

namespace SupportAgents.Shared.Logging;

/// <summary>
/// Takes out of a text what tells who somebody is or how they pay: e-mail addresses, card numbers and their last digits,
/// telephone numbers, street addresses, tokens and passwords. It is for logs: better too much than too little.
/// </summary>
internal static partial class Redaction
{
    private const int LongestText = 32_000;

    /// <summary>The text with a word of its kind in the place of each find.</summary>
    public static string Of(string text)
    {
        if (text.Length > LongestText)
            text = text[..LongestText] + "…";
        try
        {
            text = Secret().Replace(text, "$1[secret]");
            text = Token().Replace(text, "[token]");
            text = Email().Replace(text, "[e-mail]");
            text = Card().Replace(text, "[card]");
            text = CardEnd().Replace(text, "$1[card]");
            text = Street().Replace(text, "[address]");
            return Phone().Replace(text, "[phone]");
        }
        catch (RegexMatchTimeoutException)
        {
            return "[a text that could not be redacted in time]";
        }
    }

    /// <summary>True for names of values that are personal whatever they look like.</summary>
    public static bool IsPersonal(string name) => Personal().IsMatch(name);

    [GeneratedRegex(@"((?:password|pwd|secret|api[-_ ]?key|access[-_ ]?key|signing[-_ ]?key)[""']?\s*[=:]\s*[""']?)[^\s;,""']+", RegexOptions.IgnoreCase, 250)]
    private static partial Regex Secret();

    [GeneratedRegex(@"\beyJ[\w-]{8,}\.[\w-]+\.?[\w-]*|\bwhsec_[\w+/=]+|(?<=\bBearer )[\w.~+/-]{16,}=*", RegexOptions.None, 250)]
    private static partial Regex Token();

    [GeneratedRegex(@"[\w.%+'-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.None, 250)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\w#-])(?:\d[ -]?){12,18}\d(?![\w-])", RegexOptions.None, 250)]
    private static partial Regex Card();

    [GeneratedRegex(@"((?:ending(?: in| with)?|last four(?: digits)?|visa|mastercard|amex|\*{2,}|•{2,}|x{4,})[ :=#-]*)\d{4}\b", RegexOptions.IgnoreCase, 250)]
    private static partial Regex CardEnd();

    [GeneratedRegex(@"\b\d{1,5}[a-z]? (?:[\p{L}'.-]+ ){1,4}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|court|ct|boulevard|blvd|way|place|pl|square|sq|terrace|parkway|pkwy|highway|hwy|quay|row|close)\b\.?(?:,? (?:apt|suite|unit|flat)\.? ?\w+)?|\b[\p{L}.-]+(?:straße|strasse|str\.|weg|platz|allee) \d{1,4}[a-z]?\b", RegexOptions.IgnoreCase, 250)]
    private static partial Regex Street();

    [GeneratedRegex(@"(?<![\w./:-])\+\d[\d ()./-]{7,17}\d\b|(?<![\w./:-])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b", RegexOptions.None, 250)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^(?:e-?mail|phone|address|line1|line2|postal_?code|zip|last_?four|card(?:_?number)?|password|secret|token|first_?name|last_?name)$", RegexOptions.IgnoreCase, 250)]
    private static partial Regex Personal();
}
