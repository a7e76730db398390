using System.Net.Http.Headers;

namespace SupportAgents.Api.Limits;

/// <summary>Refuses a body in a character set that nobody knows, before a reader fails on it.</summary>
public static class KnownCharset
{
    /// <summary>Answers such a request with 415.</summary>
    public static IApplicationBuilder UseKnownCharset(this IApplicationBuilder app) => app.Use((context, next) =>
        IsKnown(context.Request.ContentType)
            ? next(context)
            : throw new BadHttpRequestException("The character set of the body is not known; send UTF-8.", StatusCodes.Status415UnsupportedMediaType));

    private static bool IsKnown(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || type.CharSet is not { Length: > 0 } charset)
            return true;
        try
        {
            return System.Text.Encoding.GetEncoding(charset.Trim('"')) is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
