using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SupportAgents.Silo.Knowledge.Documents;

/// <summary>
/// Turns HTML into Markdown: headings, paragraphs, lists and table rows; everything else is its text. Scripts, styles,
/// forms and pictures are dropped. The tree is walked without recursion, so deep nesting costs nothing.
/// </summary>
internal sealed class HtmlReader
{
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "iframe", "object", "embed", "template", "noscript", "svg", "math", "form", "button", "input", "select", "textarea", "nav", "head", "video", "audio", "canvas",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "section", "article", "main", "header", "footer", "aside", "ul", "ol", "table", "tbody", "thead", "blockquote", "pre", "figure", "dl", "dt", "dd", "body", "hr", "address", "details", "summary",
    };

    private static readonly HashSet<string> SelfClosing = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "td", "th", "tr", "dt", "dd", "option", "br", "hr", "img", "input", "meta", "link", "source", "wbr", "col", "area", "base", "track", "param", "embed", "tbody", "thead",
    };

    /// <summary>Elements inside each other.</summary>
    private const int MaxDepth = 500;

    private readonly StringBuilder _markdown = new();
    private readonly StringBuilder _line = new();
    private int _headings;

    /// <summary>The page's title and its text as Markdown.</summary>
    public static (string? Title, string Markdown) Read(string html, CancellationToken cancellationToken)
    {
        CheckNesting(html);
        var document = new HtmlParser().ParseDocument(html);
        var reader = new HtmlReader();
        if (document.Body is { } body)
            reader.Walk(body, cancellationToken);
        return (string.IsNullOrWhiteSpace(document.Title) ? null : document.Title.Trim(), reader._markdown.ToString());
    }

    /// <summary>A parser takes a time that grows with the square of the depth. Elements that close themselves do not count.</summary>
    private static void CheckNesting(string html)
    {
        var depth = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var isEnd = html[at + 1] == '/';
            var name = Name(html, isEnd ? at + 2 : at + 1);
            if (name.Length == 0 || SelfClosing.Contains(name))
                continue;
            depth = isEnd ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > MaxDepth)
                throw DocumentLimits.Refused("its elements are nested too deeply");
        }
    }

    private static string Name(string html, int start)
    {
        var end = start;
        while (end < html.Length && end - start < 12 && char.IsAsciiLetterOrDigit(html[end]))
            end++;
        return html[start..end];
    }

    private void Walk(IElement root, CancellationToken cancellationToken)
    {
        INode? node = root;
        while (node is not null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var skipped = node is IElement element && Dropped.Contains(element.LocalName);
            if (!skipped)
                Enter(node);
            if (!skipped && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }
            while (node is not null && node != root && node.NextSibling is null)
            {
                Leave(node);
                node = node.Parent;
            }
            if (node is null || node == root)
                break;
            Leave(node);
            node = node.NextSibling;
        }
        Flush("");
    }

    private void Enter(INode node)
    {
        if (node is IText text)
            Append(text.Data);
        else if (node is IElement element && (IsHeading(element) || Blocks.Contains(element.LocalName) || element.LocalName is "li" or "tr" or "br"))
            Flush("");
        else if (node is IElement { LocalName: "td" or "th" } && _line.Length > 0)
            _line.Append(" | ");
    }

    private void Leave(INode node)
    {
        if (node is not IElement element)
            return;
        if (IsHeading(element))
        {
            if (_line.Length > 0 && ++_headings > DocumentLimits.Headings)
                throw DocumentLimits.Refused($"it has more than {DocumentLimits.Headings:N0} headings");
            Flush(new string('#', element.LocalName[1] - '0') + " ");
        }
        else if (element.LocalName == "li")
        {
            Flush(element.ParentElement?.LocalName == "ol" ? "1. " : "- ");
        }
        else if (Blocks.Contains(element.LocalName) || element.LocalName == "tr")
        {
            Flush("");
        }
    }

    private static bool IsHeading(IElement element) => element.LocalName is ['h', >= '1' and <= '6'];

    private void Append(string text)
    {
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter))
                _line.Append(letter);
            else if (_line.Length > 0 && _line[^1] != ' ')
                _line.Append(' ');
        }
    }

    private void Flush(string prefix)
    {
        var text = _line.ToString().Trim();
        _line.Clear();
        if (text.Length == 0)
            return;
        _markdown.Append(prefix).Append(prefix.Length == 0 && text[0] == '#' ? "\\" : "").Append(text).Append(prefix is "- " or "1. " ? "\n" : "\n\n");
        DocumentLimits.CheckLength(_markdown.Length);
    }
}
