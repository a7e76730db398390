using Scalar.AspNetCore;

namespace SupportAgents.Api.Documents;

/// <summary>The OpenAPI document and the page that shows it.</summary>
public static class DocumentEndpoints
{
    /// <summary>Maps <c>/openapi/v1.json</c> and <c>/docs</c>.</summary>
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi().AllowAnonymous();
        routes.MapScalarApiReference("/docs", options =>
        {
            options.Title = "SupportAgents API";
            options.Telemetry = false;
            options.DefaultFonts = false;
            options.DynamicNonce = true;
        }).AllowAnonymous();
    }
}
