using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SupportAgents.Shop;

namespace SupportAgents.Api.Documents;

/// <summary>Schemas of contract types that write themselves: amounts and free objects.</summary>
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
        else if (type == typeof(JsonText))
        {
            schema.Type = JsonSchemaType.Object;
        }
        return Task.CompletedTask;
    }
}
