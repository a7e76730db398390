using System.Text.Json;

namespace SupportAgents.EndToEnd.Tests.Gateway;

/// <summary>Holds JSON against a schema of an OpenAPI document: types, required and unknown members, choices and lists.</summary>
internal sealed class SchemaCheck(JsonElement document)
{
    /// <summary>What does not fit; null when everything does.</summary>
    public string? Fault(JsonElement value, JsonElement schema, string at = "$")
    {
        schema = Resolve(schema);
        foreach (var choice in new[] { "oneOf", "anyOf" })
        {
            if (schema.TryGetProperty(choice, out var options))
                return options.EnumerateArray().Any(option => Fault(value, option, at) is null) ? null : $"{at} fits none of its forms";
        }
        if (schema.TryGetProperty("type", out var type) && !Allows(type, value))
            return $"{at} is {value.ValueKind} and not {type}";
        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
            return $"{at} is {value} and none of {allowed}";
        return value.ValueKind switch
        {
            JsonValueKind.Object => Members(value, schema, at),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) =>
                value.EnumerateArray().Select((one, i) => Fault(one, items, $"{at}[{i}]")).FirstOrDefault(fault => fault is not null),
            _ => null,
        };
    }

    private string? Members(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("required", out var required) && required.EnumerateArray().FirstOrDefault(name => !value.TryGetProperty(name.GetString()!, out _)) is { ValueKind: JsonValueKind.String } missing)
            return $"{at}.{missing} is missing";
        var known = schema.TryGetProperty("properties", out var properties);
        foreach (var member in value.EnumerateObject())
        {
            if (known && properties.TryGetProperty(member.Name, out var own))
            {
                if (Fault(member.Value, own, $"{at}.{member.Name}") is { } fault)
                    return fault;
            }
            else if (schema.TryGetProperty("additionalProperties", out var others))
            {
                if (others.ValueKind is JsonValueKind.Object && Fault(member.Value, others, $"{at}.{member.Name}") is { } fault)
                    return fault;
            }
            else if (known)
            {
                return $"{at}.{member.Name} is not documented";
            }
        }
        return null;
    }

    private JsonElement Resolve(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = document;
            foreach (var part in reference.GetString()!.Split('/').Skip(1))
                schema = schema.GetProperty(part);
        }
        return schema;
    }

    private static bool Allows(JsonElement type, JsonElement value) => type.ValueKind is JsonValueKind.Array
        ? type.EnumerateArray().Any(one => IsA(one.GetString()!, value))
        : IsA(type.GetString()!, value);

    private static bool IsA(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind is JsonValueKind.Object,
        "array" => value.ValueKind is JsonValueKind.Array,
        "string" => value.ValueKind is JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out var number) && number == Math.Truncate(number),
        "number" => value.ValueKind is JsonValueKind.Number,
        "null" => value.ValueKind is JsonValueKind.Null,
        _ => false,
    };
}
