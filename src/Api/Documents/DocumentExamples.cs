using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using SupportAgents.Api.Failures;
using SupportAgents.Api.OpenAi;

namespace SupportAgents.Api.Documents;

/// <summary>Examples of bodies, answers, streams and errors. They lie in <c>examples.json</c>; a test holds each against its schema.</summary>
internal static class DocumentExamples
{
    private const string Stream =
        "id: 7\nevent: agent_said\ndata: {\"id\":\"7\",\"at\":\"2026-11-26T09:30:01+00:00\",\"turnId\":\"m_Wb1zq7pVd0e7o8mO2kqjLg\",\"kind\":\"agent_said\",\"answer\":{}}\n\n";

    private static readonly JsonObject s_examples = Read();

    internal static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var path = $"/{context.Description.RelativePath?.Trim('/')}";
        var example = s_examples[$"{context.Description.HttpMethod} {path}"];
        if (example?["body"] is { } body)
            Put(operation.RequestBody?.Content, body);
        foreach (var (status, response) in operation.Responses ?? [])
        {
            var code = int.Parse(status, CultureInfo.InvariantCulture);
            if (code < 300 && example?["answer"] is { } answer)
                Put(response.Content, answer);
            if (code >= 400 && ChatCompletionEndpoints.Speaks(path))
                Put(response.Content, Wrapped(code));
            else if (response.Content?.ContainsKey("application/problem+json") == true)
                Put(response.Content, Problem(code));
            if (response.Content?.TryGetValue("text/event-stream", out var stream) == true && stream is OpenApiMediaType media)
                media.Example = Stream;
        }
        return Task.CompletedTask;
    }

    private static void Put(IDictionary<string, OpenApiMediaType>? content, JsonNode example)
    {
        foreach (var (_, media) in content?.Where(one => one.Key.Contains("json", StringComparison.Ordinal)) ?? [])
            media.Example = example.DeepClone();
    }

    private static JsonObject Problem(int status) => new()
    {
        ["type"] = $"https://httpwg.org/specs/rfc9110.html#status.{status}",
        ["title"] = ReasonPhrases.GetReasonPhrase(status),
        ["status"] = status,
        [ErrorCodes.Member] = ErrorCodes.Of(status),
        ["detail"] = status switch
        {
            StatusCodes.Status400BadRequest => "text must not be empty.",
            StatusCodes.Status401Unauthorized => "A bearer token is needed.",
            StatusCodes.Status403Forbidden => "The token's role does not allow this.",
            StatusCodes.Status404NotFound => "conversation not found",
            StatusCodes.Status422UnprocessableEntity => "this key was used for another message; choose a new one",
            StatusCodes.Status429TooManyRequests => "Too many requests; wait as long as Retry-After says.",
            StatusCodes.Status503ServiceUnavailable => "The support agents cannot be reached now; try again in a moment.",
            _ => "What is wrong with the request, in words.",
        },
    };

    private static JsonObject Wrapped(int status) => new()
    {
        ["error"] = new JsonObject { ["message"] = Problem(status)["detail"]!.GetValue<string>(), ["type"] = "invalid_request_error", ["code"] = null },
    };

    private static JsonObject Read()
    {
        using var file = typeof(DocumentExamples).Assembly.GetManifestResourceStream("SupportAgents.Api.Documents.examples.json")!;
        return JsonNode.Parse(file)!.AsObject();
    }
}
