using Microsoft.Net.Http.Headers;
using SupportAgents.Api.Limits;
using SupportAgents.Failures;
using SupportAgents.Knowledge;

namespace SupportAgents.Api.Knowledge;

/// <summary>Reads an upload from either form of request.</summary>
public static class UploadReader
{
    /// <summary>The kinds of source that can be read.</summary>
    internal static readonly string[] MediaTypes = ["text/markdown", "text/html", "text/plain", "application/pdf"];

    /// <summary>The upload of a raw body or of a form with one file.</summary>
    /// <exception cref="BadHttpRequestException">The content type is none of <see cref="MediaTypes"/>.</exception>
    public static async Task<KnowledgeUpload> Read(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
            return Describe(name => request.Query[name], MediaTypeOf(request.ContentType, null), await ReadAll(request.Body, cancellationToken));
        var form = await ReadForm(request, cancellationToken);
        if (form.Files is not [var file])
            throw new SupportException(FailureKind.Invalid, "Send exactly one file.");
        await using var stream = file.OpenReadStream();
        return Describe(name => form[name], MediaTypeOf(file.ContentType, file.FileName), await ReadAll(stream, cancellationToken));
    }

    private static async Task<IFormCollection> ReadForm(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadFormAsync(cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The body cannot be read as a form.", e);
        }
    }

    private static KnowledgeUpload Describe(Func<string, string?> field, string contentType, byte[] content) => new()
    {
        Id = Field(field, "id"),
        Title = Field(field, "title"),
        Kind = KnowledgeEndpoints.ParseKind(field("kind")),
        ProductId = Field(field, "productId"),
        Category = Field(field, "category"),
        ContentType = contentType,
        Content = content.Length > 0 ? content : throw new SupportException(FailureKind.Invalid, "The document is empty."),
    };

    private static string? Field(Func<string, string?> field, string name) =>
        field(name) is { Length: > 0 } value ? Identifiers.Require(value, name) : null;

    private static async Task<byte[]> ReadAll(Stream stream, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }

    // Browsers know no type for .md and send octet-stream: the name decides then.
    private static string MediaTypeOf(string? contentType, string? fileName)
    {
        var given = MediaTypeHeaderValue.TryParse(contentType, out var header) ? header.MediaType.ToString().ToLowerInvariant() : "";
        if (MediaTypes.Contains(given))
            return given;
        var byName = Path.GetExtension(fileName)?.ToLowerInvariant() switch
        {
            ".md" or ".markdown" => "text/markdown",
            ".html" or ".htm" => "text/html",
            ".txt" => "text/plain",
            ".pdf" => "application/pdf",
            _ => null,
        };
        return byName ?? throw new BadHttpRequestException(
            $"A document is one of {string.Join(", ", MediaTypes)}.", StatusCodes.Status415UnsupportedMediaType);
    }
}
