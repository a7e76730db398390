using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SupportAgents.Api.Failures;
using SupportAgents.Shop;

namespace SupportAgents.Api.Documents;

/// <summary>Schemas of what the framework cannot know: amounts and free objects, which write themselves, and the code of a problem.</summary>
internal static class ContractSchemas
{
    internal static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(Money))
        {
            schema.Type = JsonSchemaType.Number;
            schema.Description = "An amount in the shop's currency, with at most two decimal places.";
        }
        else if (type == typeof(ProblemDetails))
        {
            schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
            schema.Properties[ErrorCodes.Member] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Tells errors apart for programs, such as not_found." };
        }
        else if (type == typeof(JsonText))
        {
            schema.Type = JsonSchemaType.Object;
        }
        return Task.CompletedTask;
    }
}
