using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using SupportAgents.Api.OpenAi;

namespace SupportAgents.Api.Failures;

/// <summary>
/// Writes errors whatever the client accepts (the framework's own writer stays silent for <c>text/event-stream</c>), and
/// in the OpenAI shape on the routes that speak it.
/// </summary>
public sealed class ProblemWriter : IProblemDetailsWriter
{
    /// <inheritdoc/>
    public bool CanWrite(ProblemDetailsContext context) => true;

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        var problem = Complete(context.ProblemDetails, http);
        http.Response.StatusCode = problem.Status!.Value;
        if (ChatCompletionEndpoints.Speaks(http.Request.Path))
            await http.Response.WriteAsJsonAsync(ChatError.From(problem), http.RequestAborted);
        else
            await http.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", http.RequestAborted);
    }

    private static ProblemDetails Complete(ProblemDetails problem, HttpContext http)
    {
        problem.Status ??= http.Response.StatusCode;
        problem.Title ??= ReasonPhrases.GetReasonPhrase(problem.Status.Value);
        problem.Type ??= $"https://httpwg.org/specs/rfc9110.html#status.{problem.Status}";
        problem.Detail ??= Explain(problem.Status.Value, http);
        problem.Extensions.TryAdd(ErrorCodes.Member, ErrorCodes.Of(problem.Status.Value));
        return problem;
    }

    private static string Explain(int status, HttpContext http) => status switch
    {
        StatusCodes.Status401Unauthorized when http.Request.Headers.Authorization.Count == 0 => "A bearer token is needed.",
        StatusCodes.Status401Unauthorized => "The bearer token is not valid or has expired.",
        StatusCodes.Status403Forbidden => "The token's role does not allow this.",
        StatusCodes.Status404NotFound => "There is nothing here.",
        StatusCodes.Status405MethodNotAllowed => $"{http.Request.Method} is not allowed here.",
        StatusCodes.Status415UnsupportedMediaType => "The content type is not supported here.",
        _ => "The request could not be served.",
    };
}
