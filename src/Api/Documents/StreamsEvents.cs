using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SupportAgents.Api.Documents;

/// <summary>Marks a route that can answer with server-sent events. The framework describes one form of each status only.</summary>
public sealed class StreamsEvents
{
    internal static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<StreamsEvents>().Any())
            return Task.CompletedTask;
        operation.Responses ??= [];
        if (!operation.Responses.TryGetValue("200", out var ok))
            operation.Responses["200"] = ok = new OpenApiResponse { Description = "OK" };
        if (ok is OpenApiResponse response)
        {
            response.Content ??= new Dictionary<string, OpenApiMediaType>();
            response.Content["text/event-stream"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }
        return Task.CompletedTask;
    }
}
