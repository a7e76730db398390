namespace SupportAgents.Api.Failures;

/// <summary>What programs tell errors apart by: the member <c>code</c> of problem details.</summary>
public static class ErrorCodes
{
    /// <summary>The member's name.</summary>
    public const string Member = "code";

    /// <summary>The code of a status.</summary>
    public static string Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "invalid_request",
        StatusCodes.Status401Unauthorized => "unauthenticated",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status404NotFound => "not_found",
        StatusCodes.Status405MethodNotAllowed => "method_not_allowed",
        StatusCodes.Status409Conflict => "conflict",
        StatusCodes.Status413PayloadTooLarge => "too_large",
        StatusCodes.Status415UnsupportedMediaType => "unsupported_media_type",
        StatusCodes.Status422UnprocessableEntity => "key_reused",
        StatusCodes.Status429TooManyRequests => "too_many_requests",
        StatusCodes.Status503ServiceUnavailable => "unavailable",
        >= StatusCodes.Status500InternalServerError => "internal",
        _ => "refused",
    };
}
