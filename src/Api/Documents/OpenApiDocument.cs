using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SupportAgents.Api.Auth;

namespace SupportAgents.Api.Documents;

/// <summary>The OpenAPI document of the gateway.</summary>
public static class OpenApiDocumentRegistration
{
    private const string Bearer = "bearer";

    /// <summary>Adds the document, with bearer tokens as its security scheme.</summary>
    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer(Complete);
        options.AddOperationTransformer(Secure);
        options.AddOperationTransformer(StreamsEvents.Describe);
        options.AddOperationTransformer(DocumentExamples.Describe);
        options.AddSchemaTransformer(ContractSchemas.Describe);
    });

    private static Task Complete(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "SupportAgents",
            Version = "v1",
            Description = "A customer support team made of agents. Errors are RFC 9457 problem details; times are ISO 8601 UTC.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "`sub` is the customer id or the staff member's name; `role` is customer, staff or admin.",
            },
        };
        document.Paths.Add("/mcp", McpPath());
        return Task.CompletedTask;
    }

    private static Task Secure(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAllowAnonymous>().Any() || !metadata.OfType<IAuthorizeData>().Any())
            return Task.CompletedTask;
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = CurrentPrincipal.OnBehalfOfHeader,
            In = ParameterLocation.Header,
            Description = "For staff: the customer to act for.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
        return Task.CompletedTask;
    }

    // The protocol's own endpoints describe themselves to its clients, not to this document.
    private static OpenApiPathItem McpPath() => new()
    {
        Operations = new Dictionary<HttpMethod, OpenApiOperation>
        {
            [HttpMethod.Post] = new()
            {
                Summary = "The customer's tools over Model Context Protocol (streamable HTTP)",
                Responses = new OpenApiResponses { ["200"] = new OpenApiResponse { Description = "A JSON-RPC response" } },
            },
        },
    };
}
