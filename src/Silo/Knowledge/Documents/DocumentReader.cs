using System.Text;
using System.Text.RegularExpressions;
using SupportAgents.Failures;
using SupportAgents.Grains.Stores;
using SupportAgents.Knowledge;

namespace SupportAgents.Silo.Knowledge.Documents;

/// <inheritdoc cref="IDocumentReader"/>
internal sealed partial class DocumentReader(TimeProvider time) : IDocumentReader
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <inheritdoc/>
    public async Task<KnowledgeDocument> Read(KnowledgeUpload upload, CancellationToken cancellationToken)
    {
        if (upload.Content.IsEmpty)
            throw DocumentLimits.Refused("it is empty");
        if (upload.Content.Length > DocumentLimits.Bytes)
            throw DocumentLimits.Refused("it is larger than 50 MB");
        using var limit = new CancellationTokenSource(DocumentLimits.Time, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await Task.Run(() => ReadNow(upload, either.Token), either.Token);
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw DocumentLimits.Refused($"reading it takes longer than {DocumentLimits.Time.TotalSeconds:0} seconds", e);
        }
        catch (RegexMatchTimeoutException e)
        {
            throw DocumentLimits.Refused("its markup is too intricate", e);
        }
    }

    /// <summary>As <see cref="Read"/>, on this thread and without the limit of time.</summary>
    internal static KnowledgeDocument ReadNow(KnowledgeUpload upload, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string> front = new Dictionary<string, string>();
        string? title = null;
        string body;
        switch (upload.ContentType.Split(';')[0].Trim().ToLowerInvariant())
        {
            case "text/markdown" or "text/x-markdown":
                (front, body) = FrontMatter.Part(Text(upload));
                break;
            case "text/html" or "application/xhtml+xml":
                (title, body) = HtmlReader.Read(Text(upload), cancellationToken);
                break;
            case "text/plain":
                body = PlainTextReader.Read(Text(upload));
                break;
            case "application/pdf":
                (title, body) = PdfReader.Read(upload.Content, cancellationToken);
                break;
            default:
                throw DocumentLimits.Refused($"'{upload.ContentType}' is not read; send text/markdown, text/html, text/plain or application/pdf");
        }
        return Document(upload, front, title, Clean(body));
    }

    private static KnowledgeDocument Document(KnowledgeUpload upload, IReadOnlyDictionary<string, string> front, string? found, string body)
    {
        if (body.AsSpan().Count('\n') > 0 && Headings().Count(body) > DocumentLimits.Headings)
            throw DocumentLimits.Refused($"it has more than {DocumentLimits.Headings:N0} headings");
        var title = upload.Title ?? front.GetValueOrDefault("title") ?? found ?? FirstHeading(body) ?? upload.Id ?? "Untitled";
        title = PlainMarkdown.Clean(title.ReplaceLineEndings(" ")).Trim();
        title = title.Length > SectionSplitter.MaxHeading ? title[..SectionSplitter.MaxHeading] : title;
        if (SectionSplitter.Split(title, body).Count == 0)
            throw DocumentLimits.Refused("it has no text");
        var kind = front.GetValueOrDefault("kind");
        return new KnowledgeDocument
        {
            Id = upload.Id ?? front.GetValueOrDefault("id") ?? Slug(title),
            Title = title,
            Kind = upload.Kind ?? (kind is null ? KnowledgeKind.Guide
                : Enum.TryParse<KnowledgeKind>(kind, ignoreCase: true, out var named) && Enum.IsDefined(named) ? named
                : throw DocumentLimits.Refused($"its kind '{kind}' is none of faq, guide, manual, policy")),
            ProductId = upload.ProductId ?? front.GetValueOrDefault("productId"),
            Category = upload.Category ?? front.GetValueOrDefault("category"),
            Body = body,
        };
    }

    private static string Text(KnowledgeUpload upload)
    {
        try
        {
            var text = Utf8.GetString(upload.Content.Span).TrimStart('\uFEFF').ReplaceLineEndings("\n");
            DocumentLimits.CheckLength(text.Length);
            return text;
        }
        catch (DecoderFallbackException e)
        {
            throw DocumentLimits.Refused("it is not valid UTF-8", e);
        }
    }

    /// <summary>Keeps page markers, which are comments of our own, and cleans what is between them.</summary>
    private static string Clean(string body) =>
        string.Concat(PageLine().Split(body).Select((part, index) => index % 2 == 1 ? $"\n\n{part.Trim()}\n\n" : PlainMarkdown.Clean(part))).Trim();

    private static string? FirstHeading(string body) =>
        Headings().Match(body) is { Success: true } match && match.Groups[1].Value.Trim() is { Length: > 0 } heading ? heading : null;

    private static string Slug(string title)
    {
        var slug = NotWord().Replace(title.ToLowerInvariant(), "-").Trim('-');
        return slug.Length == 0 ? throw DocumentLimits.Refused("it has no title; name one") : slug[..Math.Min(80, slug.Length)];
    }

    [GeneratedRegex(@"^ {0,3}#{1,6}[ \t]+([^\n]*)$", RegexOptions.Multiline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Headings();

    [GeneratedRegex(@"^(<!-- page \d{1,5} -->)$", RegexOptions.Multiline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PageLine();

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotWord();
}
