using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;

namespace SupportAgents.Silo.Knowledge.Documents;

/// <summary>
/// Cuts a document's Markdown at its headings. A section that is too long is parted between blocks, so that every
/// search hit can be shown whole.
/// </summary>
internal static partial class SectionSplitter
{
    /// <summary>Characters of a section's text.</summary>
    public const int MaxText = 3_000;

    /// <summary>Characters of one heading; the rest is dropped.</summary>
    public const int MaxHeading = 200;

    private static readonly MarkdownPipeline Pipeline = BlocksOnly();

    /// <summary>The sections that have text, in their order.</summary>
    /// <param name="title">The document's title: a first heading of level 1 that stands alone on its level is taken for it too.</param>
    /// <param name="markdown">The body, without front matter.</param>
    public static IReadOnlyList<DocumentSection> Split(string title, string markdown)
    {
        var blocks = Parse(markdown);
        var titleBlock = TitleOf(blocks, title);
        var sections = new List<DocumentSection>();
        var path = new List<(int Level, string Text)>();
        var parts = new List<string>();
        int? page = null;
        int? startPage = null;
        foreach (var block in blocks)
        {
            var source = PlainMarkdown.Clean(Source(markdown, block));
            if (PageMarker.TryRead(block, markdown, out var number))
            {
                page = number;
            }
            else if (block is HeadingBlock heading)
            {
                Close();
                if (ReferenceEquals(heading, titleBlock))
                    continue;
                path.RemoveAll(above => above.Level >= heading.Level);
                path.Add((heading.Level, HeadingText(source)));
            }
            else if (source.Length > 0)
            {
                startPage ??= page;
                parts.Add(source);
            }
        }
        Close();
        return sections;

        void Close()
        {
            var names = path.Where(above => above.Text.Length > 0).Select(above => above.Text).ToArray();
            sections.AddRange(Portions(parts).Select(text => new DocumentSection(names, text, startPage ?? page)));
            parts.Clear();
            startPage = null;
        }
    }

    /// <summary>Only blocks are wanted; without inline parsers no input is slow.</summary>
    private static MarkdownPipeline BlocksOnly()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.InlineParsers.Clear();
        return builder.Build();
    }

    private static List<Block> Parse(string markdown)
    {
        if (DeepNesting().IsMatch(markdown))
            throw DocumentLimits.Refused("its lists or quotes are nested too deeply");
        try
        {
            return [.. Markdown.Parse(markdown, Pipeline)];
        }
        catch (ArgumentException e) when (e.Message.Contains("nested", StringComparison.OrdinalIgnoreCase))
        {
            throw DocumentLimits.Refused("its lists or quotes are nested too deeply", e);
        }
    }

    [GeneratedRegex(@"^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){60}", RegexOptions.Multiline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex DeepNesting();

    private static HeadingBlock? TitleOf(List<Block> blocks, string title)
    {
        var headings = blocks.OfType<HeadingBlock>().ToList();
        var top = headings.Where(heading => heading.Level == 1).Take(2).ToList();
        return top.Count == 1 && ReferenceEquals(top[0], headings[0]) && title.Length > 0 ? top[0] : null;
    }

    private static string Source(string markdown, Block block) =>
        block.Span.IsEmpty || block.Span.Start >= markdown.Length
            ? ""
            : markdown.Substring(block.Span.Start, Math.Min(block.Span.Length, markdown.Length - block.Span.Start)).Trim();

    private static string HeadingText(string source)
    {
        var line = source.Split('\n', 2)[0].Trim().Trim('#').Trim(' ', '*', '_', '`');
        return line.Length > MaxHeading ? line[..MaxHeading] : line;
    }

    private static IEnumerable<string> Portions(List<string> parts)
    {
        var text = "";
        foreach (var part in parts.SelectMany(Bounded))
        {
            if (text.Length > 0 && text.Length + 2 + part.Length > MaxText)
            {
                yield return text;
                text = "";
            }
            text = text.Length == 0 ? part : $"{text}\n\n{part}";
        }
        if (text.Length > 0)
            yield return text;
    }

    private static IEnumerable<string> Bounded(string part)
    {
        while (part.Length > MaxText)
        {
            var cut = part.LastIndexOfAny(['\n', '.', ' '], MaxText - 1);
            cut = cut < MaxText / 2 ? MaxText : cut + 1;
            if (char.IsHighSurrogate(part[cut - 1]))
                cut--;
            yield return part[..cut].TrimEnd();
            part = part[cut..].TrimStart();
        }
        if (part.Length > 0)
            yield return part;
    }
}
