using System.Text.RegularExpressions;

namespace SupportAgents.Silo.Knowledge.Documents;

/// <summary>
/// Takes everything out of Markdown that a page could run or load: HTML elements and comments, images, and links whose
/// target is not a web page or a mail address. What remains reads the same.
/// </summary>
internal static partial class PlainMarkdown
{
    /// <summary>The cleaned text; it is again Markdown.</summary>
    public static string Clean(string markdown)
    {
        if (markdown.AsSpan().IndexOfAny("<[\0") < 0)
            return markdown;
        var text = markdown.Replace("\0", "", StringComparison.Ordinal);
        text = Active().Replace(text, "");
        text = Comment().Replace(text, "");
        text = AutoLink().Replace(text, "$1");
        text = Tag().Replace(text, "");
        text = Image().Replace(text, "$1");
        text = Link().Replace(text, match => IsHarmless(match.Groups[2].Value) ? match.Value : match.Groups[1].Value);
        text = Definition().Replace(text, match => IsHarmless(match.Groups[1].Value) ? match.Value : "");
        text = Scheme().Replace(text, "$1 ");
        return text.Trim();
    }

    private static bool IsHarmless(string target) =>
        target.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || target.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"<(script|style|iframe|object|template|noscript)\b.*?(</\1\s*>|\z)", RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Active();

    [GeneratedRegex(@"<!--.*?(-->|\z)", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"<((?:https?://|mailto:)[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AutoLink();

    [GeneratedRegex(@"</?[a-z!?][^<>]*(>|\z)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"!\[([^\]]{0,300})\](?:\([^()]*\)|\[[^\]]*\])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Image();

    [GeneratedRegex(@"\[([^\]]{0,300})\]\(\s*((?:[^()\s]|\([^()]*\))*)[^()]*\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^ {0,3}\[[^\]\n]{1,300}\]:[ \t]*(\S+)[^\n]*", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\b(javascript|vbscript|data)\s*:(?=[^\s])", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scheme();
}
