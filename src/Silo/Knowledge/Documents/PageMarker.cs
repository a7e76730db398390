using System.Globalization;
using Markdig.Syntax;

namespace SupportAgents.Silo.Knowledge.Documents;

/// <summary>How a page number survives in Markdown: a comment on a line of its own before the page's text.</summary>
internal static class PageMarker
{
    private const string Opening = "<!-- page ";
    private const string Closing = " -->";

    /// <summary>The marker of that page, counted from 1.</summary>
    public static string For(int page) => string.Create(CultureInfo.InvariantCulture, $"{Opening}{page}{Closing}");

    /// <summary>True when the block is a marker.</summary>
    public static bool TryRead(Block block, string markdown, out int page)
    {
        page = 0;
        if (block is not HtmlBlock { Type: HtmlBlockType.Comment } || block.Span.Length > 40)
            return false;
        var text = markdown.AsSpan(block.Span.Start, block.Span.Length).Trim();
        return text.StartsWith(Opening, StringComparison.Ordinal) && text.EndsWith(Closing, StringComparison.Ordinal)
            && int.TryParse(text[Opening.Length..^Closing.Length], NumberStyles.None, CultureInfo.InvariantCulture, out page);
    }
}
