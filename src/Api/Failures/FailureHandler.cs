using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Polly.Timeout;
using SupportAgents.Api.Cluster;
using SupportAgents.Failures;

namespace SupportAgents.Api.Failures;

/// <summary>Turns every exception into one answer. Only messages written for callers are told; the rest is logged.</summary>
public sealed partial class FailureHandler(IProblemDetailsService problems, ILogger<FailureHandler> logger) : IExceptionHandler
{
    private const int RetryAfterSeconds = 2;

    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = Describe(exception);
        var endpoint = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName;
        httpContext.Response.StatusCode = problem.Status!.Value;
        if (problem.Status == StatusCodes.Status500InternalServerError)
            LogUnexpected(httpContext.Request.Method, endpoint, exception);
        else if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            LogUnavailable(httpContext.Request.Method, endpoint, exception);
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        if (problem.Status == StatusCodes.Status401Unauthorized)
            httpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    /// <summary>What a caller is told about a failure.</summary>
    public static ProblemDetails Describe(Exception failure) => failure switch
    {
        _ when SupportException.In(failure) is { } support => Problem(StatusOf(support.Kind), support.Message),
        BadHttpRequestException { InnerException: JsonException json } => Problem(StatusCodes.Status400BadRequest, Explain(json)),
        BadHttpRequestException bad => Problem(bad.StatusCode, bad.Message),
        JsonException json => Problem(StatusCodes.Status400BadRequest, Explain(json)),
        TimeoutRejectedException => Unavailable(),
        _ when TransientFailures.Is(failure) => Unavailable(),
        _ => Problem(StatusCodes.Status500InternalServerError, "Something went wrong here; it is logged."),
    };

    private static ProblemDetails Problem(int status, string detail) => new() { Status = status, Detail = detail };

    private static ProblemDetails Unavailable() =>
        Problem(StatusCodes.Status503ServiceUnavailable, "The support agents cannot be reached now; try again in a moment.");

    private static int StatusOf(FailureKind kind) => kind switch
    {
        FailureKind.NotFound => StatusCodes.Status404NotFound,
        FailureKind.Invalid => StatusCodes.Status400BadRequest,
        FailureKind.Forbidden => StatusCodes.Status403Forbidden,
        FailureKind.Conflict => StatusCodes.Status409Conflict,
        FailureKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        FailureKind.Mismatch => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status500InternalServerError,
    };

    // The serializer's own words name types of ours; where the fault is says enough.
    private static string Explain(JsonException json) => json.Path is { Length: > 1 } path
        ? $"The JSON does not fit at {path}."
        : "The body is not the JSON that is expected here.";

    [LoggerMessage(LogLevel.Error, "{Method} {Endpoint} failed unexpectedly")]
    private partial void LogUnexpected(string method, string? endpoint, Exception failure);

    [LoggerMessage(LogLevel.Warning, "{Method} {Endpoint} could not reach the cluster")]
    private partial void LogUnavailable(string method, string? endpoint, Exception failure);
}
