using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tools;

/// <summary>Arguments of tools: records whose JSON names are snake_case, read strictly.</summary>
public static class ToolArguments
{
    /// <summary>Unknown members, wrong types, nulls and absent required members are errors.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 8,
    };

    /// <summary>The JSON schema of an arguments record, with the <see cref="DescriptionAttribute"/> of each member.</summary>
    public static JsonText Schema<TArguments>()
    {
        var schema = Options.GetJsonSchemaAsNode(typeof(TArguments), new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) =>
            {
                var description = context.PropertyInfo?.AttributeProvider?
                    .GetCustomAttributes(typeof(DescriptionAttribute), inherit: true).OfType<DescriptionAttribute>().FirstOrDefault();
                if (description is not null && node is JsonObject property)
                    property.Insert(0, "description", description.Description);
                return node;
            },
        });
        return new JsonText(schema.ToJsonString());
    }

    /// <summary>Reads arguments; a missing object counts as an empty one.</summary>
    /// <exception cref="JsonException">They do not fit the record.</exception>
    public static TArguments Parse<TArguments>(JsonElement json) where TArguments : notnull =>
        json.ValueKind switch
        {
            JsonValueKind.Object => Checked(json).Deserialize<TArguments>(Options)!,
            JsonValueKind.Undefined or JsonValueKind.Null => JsonSerializer.Deserialize<TArguments>("{}", Options)!,
            _ => throw new JsonException("The arguments must be a JSON object."),
        };

    /// <summary>Refuses what the serializer lets through: nulls in lists, and text that no database takes.</summary>
    private static JsonElement Checked(JsonElement json)
    {
        foreach (var member in json.EnumerateObject())
        {
            IEnumerable<JsonElement> values = member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray() : [member.Value];
            if (member.Value.ValueKind == JsonValueKind.Array && values.Any(value => value.ValueKind == JsonValueKind.Null)
                || values.Any(value => value.ValueKind == JsonValueKind.String && !IsStorable(value)))
                throw new JsonException("A value cannot be used.", $"$.{member.Name}", lineNumber: null, bytePositionInLine: null);
        }
        return json;
    }

    private static bool IsStorable(JsonElement text)
    {
        try
        {
            return text.GetString()!.AsSpan().IndexOf('\0') < 0;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate, which is no text.
            return false;
        }
    }

    /// <summary>What is wrong, in words that name no type of ours.</summary>
    public static string Explain(JsonException e)
    {
        var where = string.IsNullOrEmpty(e.Path) || e.Path == "$" ? "" : $" at '{e.Path.TrimStart('$', '.')}'";
        if (e.Message.Contains("missing required", StringComparison.Ordinal))
            return $"a required argument is missing ({e.Message[(e.Message.LastIndexOf(':') + 1)..].Trim(' ', '.')})";
        return e.Message.Contains("could not be mapped", StringComparison.Ordinal)
            ? $"there is an argument that the tool does not have{where}"
            : $"a value has the wrong type{where}";
    }
}
