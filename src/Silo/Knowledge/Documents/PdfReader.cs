using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace SupportAgents.Silo.Knowledge.Documents;

/// <summary>
/// Turns a PDF into Markdown: lines whose type is larger than the body's are headings, the larger the higher; each page
/// begins with a <see cref="PageMarker"/>. Pictures, scripts and attachments are not looked at.
/// </summary>
internal static class PdfReader
{
    /// <summary>The document's title, if it tells one, and its text as Markdown.</summary>
    public static (string? Title, string Markdown) Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        try
        {
            using var pdf = PdfDocument.Open(content.ToArray(), new ParsingOptions { FilterProvider = new BoundedFilters(), UseLenientParsing = true, SkipMissingFonts = true });
            if (pdf.NumberOfPages > DocumentLimits.Pages)
                throw DocumentLimits.Refused($"it has more than {DocumentLimits.Pages:N0} pages");
            var lines = Lines(pdf, cancellationToken);
            var title = string.IsNullOrWhiteSpace(pdf.Information.Title) ? null : pdf.Information.Title.Trim();
            return (title, Markdown(lines));
        }
        catch (PdfDocumentEncryptedException e)
        {
            throw DocumentLimits.Refused("it is encrypted", e);
        }
        catch (Exception e) when (e is not (Failures.SupportException or OperationCanceledException))
        {
            throw DocumentLimits.Refused("it is not a readable PDF", e);
        }
    }

    private static List<PdfLine> Lines(PdfDocument pdf, CancellationToken cancellationToken)
    {
        var lines = new List<PdfLine>();
        long characters = 0;
        for (var number = 1; number <= pdf.NumberOfPages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = pdf.GetPage(number);
            DocumentLimits.CheckLength(characters += page.Letters.Count);
            lines.AddRange(PdfLine.Of(page, number));
        }
        return lines;
    }

    private static string Markdown(List<PdfLine> lines)
    {
        var levels = HeadingLevels(lines);
        var markdown = new StringBuilder();
        var page = 0;
        PdfLine? last = null;
        foreach (var line in lines)
        {
            if (line.Page != page)
                markdown.Append("\n\n").Append(PageMarker.For(page = line.Page)).Append("\n\n");
            if (levels.TryGetValue(line.Size, out var level))
                markdown.Append("\n\n").Append('#', level).Append(' ').Append(line.Text).Append("\n\n");
            else
                markdown.Append(last is not null && last.Page == line.Page && line.IsApart(last) ? "\n\n" : "\n").Append(line.Text[0] == '#' ? "\\" : "").Append(line.Text);
            last = line;
        }
        return markdown.ToString().Trim();
    }

    /// <summary>The body's size is the one in which most is set; up to four larger ones are headings.</summary>
    private static Dictionary<double, int> HeadingLevels(List<PdfLine> lines)
    {
        if (lines.Count == 0)
            return [];
        var body = lines.GroupBy(line => line.Size).MaxBy(size => size.Sum(line => line.Text.Length))!.Key;
        return lines.Where(line => line.Size > body * 1.1 && line.Text.Length <= SectionSplitter.MaxHeading)
            .Select(line => line.Size).Distinct().OrderDescending().Take(4)
            .Select((size, index) => (size, index)).ToDictionary(pair => pair.size, pair => pair.index + 1);
    }
}

/// <summary>A line of a page.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Size">The size of its type in half points.</param>
/// <param name="Page">Its page, from 1.</param>
/// <param name="Bottom">Where it stands on the page, in points from below.</param>
internal sealed record PdfLine(string Text, double Size, int Page, double Bottom)
{
    /// <summary>The lines of a page, from its top.</summary>
    public static IEnumerable<PdfLine> Of(Page page, int number) =>
        page.GetWords().Where(word => !string.IsNullOrWhiteSpace(word.Text))
            .GroupBy(word => Math.Round(word.BoundingBox.Bottom / 3))
            .OrderByDescending(line => line.Key)
            .Select(line => new PdfLine(
                string.Join(' ', line.OrderBy(word => word.BoundingBox.Left).Select(word => word.Text.Trim())),
                Math.Round(line.Max(word => word.Letters.Max(letter => letter.PointSize)) * 2) / 2, number, line.Key * 3));

    /// <summary>True when there is more than an ordinary gap between this line and the one above.</summary>
    public bool IsApart(PdfLine above) => above.Bottom - Bottom > Math.Max(Size, 6) * 1.8;
}
