using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SupportAgents.Agents;

namespace SupportAgents.Api.Json;

/// <summary>JSON as the gateway reads and writes it: camelCase; what is not known is null, but slots that were not said are left out.</summary>
public static class GatewayJson
{
    private static readonly HashSet<Type> Sparse = [typeof(Slots), typeof(ProductMention), typeof(UnderstoodRequest)];

    /// <summary>Applies the gateway's JSON to requests and responses.</summary>
    public static IServiceCollection AddGatewayJson(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions));

    private static void Configure(JsonSerializerOptions options)
    {
        options.RespectNullableAnnotations = true;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(LeaveOutNulls);
    }

    private static void LeaveOutNulls(JsonTypeInfo type)
    {
        if (!Sparse.Contains(type.Type))
            return;
        foreach (var property in type.Properties)
            property.ShouldSerialize = (_, value) => value is not null;
    }
}
