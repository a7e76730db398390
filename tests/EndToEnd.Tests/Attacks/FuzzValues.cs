using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportAgents.EndToEnd.Tests.Attacks;

/// <summary>Values for a schema: mostly of its shape, often of another, some of none.</summary>
internal sealed class FuzzValues(Random random, JsonElement document, IReadOnlyList<string> ids)
{
    private const int Deepest = 6;

    private static readonly string[] Words =
    [
        "", " ", "hello", "Where is my order #N10309?", "yes", "👩‍👩‍👧‍👦 ünïcödé", "\u202Etxet desrever", "a\u0000b", "\ufeff", "' OR 1=1 --", "<script>alert(1)</script>",
        "{{7*7}}", "../../etc/passwd", "%s%n", "null", "-1", "1e309", "2026-13-45T99:99:99Z", "customer@example.org", "123456", new('x', 9_000), new('\u4e00', 4_000), "\r\n\r\nGET /",
        "Z̸̡͝a̵l̴g̷o̶", "\ud83d\ude00", "c_unknown", "#W1", "with_person", "faq", "dead",
    ];

    private static readonly string[] Numbers = ["0", "-1", "1", "3", "5", "200", "201", "1.5", "2147483648", "9223372036854775808", "-9e99", "1e400"];

    /// <summary>A string that no one expects, or a known id.</summary>
    public string Text() => random.Next(3) == 0 ? Pick(ids) : Pick(Words);

    /// <summary>A query's or header's value for a schema.</summary>
    public string Scalar(JsonElement schema) => random.Next(3) == 0 ? Text() : TypeOf(schema) switch
    {
        "integer" or "number" => random.Next(3) == 0 ? Pick(Numbers) : random.Next(1, 50).ToString(CultureInfo.InvariantCulture),
        "boolean" => Pick(["true", "false", "1"]),
        _ => Text(),
    };

    /// <summary>JSON for a schema.</summary>
    public JsonNode? Json(JsonElement schema, int depth = 0)
    {
        if (random.Next(12) == 0 || depth > Deepest)
            return Wrong();
        schema = Resolve(schema);
        if (TypeOf(schema) is not "object" and var type)
        {
            return type switch
            {
                "array" => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => schema.TryGetProperty("items", out var items) ? Json(items, depth + 1) : Wrong())]),
                "integer" => random.Next(-2, 8),
                "number" => JsonNode.Parse(Pick(Numbers)),
                "boolean" => random.Next(2) == 0,
                "string" => Text(),
                _ => Wrong(),
            };
        }
        var result = new JsonObject();
        if (schema.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateObject().Where(_ => random.Next(5) > 0))
                result[property.Name] = Json(property.Value, depth + 1);
        }
        if (random.Next(6) == 0)
            result[Text()] = Wrong();
        return result;
    }

    /// <summary>Bytes of a body, whole or broken.</summary>
    public byte[] Body(JsonElement? schema)
    {
        var text = schema is { } known && random.Next(10) > 0 ? Json(known)?.ToJsonString() ?? "null" : Pick(["", "{", "[]", "null", "\"", new string('[', 3_000), "{\"a\":1,\"a\":2}", "{\"text\":\"\\ud800\"}", "NaN"]);
        var bytes = random.Next(15) == 0 ? Encoding.Unicode.GetBytes(text) : Encoding.UTF8.GetBytes(text);
        if (random.Next(15) == 0)
            bytes = bytes[..random.Next(bytes.Length + 1)];
        if (random.Next(15) == 0 && bytes.Length > 0)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(200) == 0 ? new byte[300_000] : bytes;
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private JsonNode? Wrong() => random.Next(8) switch
    {
        0 => null,
        1 => Pick(Words),
        2 => JsonNode.Parse(Pick(Numbers)),
        3 => true,
        4 => new JsonArray(null, 1, new JsonObject()),
        5 => new JsonObject { [Pick(Words)] = new JsonArray() },
        6 => new JsonArray(Enumerable.Range(0, 300).Select(i => (JsonNode?)i).ToArray()),
        _ => Pick(ids),
    };

    private JsonElement Resolve(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = document;
            foreach (var part in reference.GetString()!.Split('/').Skip(1))
                schema = schema.GetProperty(part);
        }
        foreach (var choice in new[] { "oneOf", "anyOf", "allOf" })
        {
            if (schema.TryGetProperty(choice, out var options) && options.GetArrayLength() > 0)
                return Resolve(options[random.Next(options.GetArrayLength())]);
        }
        return schema;
    }

    private string? TypeOf(JsonElement schema) => Resolve(schema) is var known && known.TryGetProperty("type", out var type)
        ? type.ValueKind is JsonValueKind.Array ? Pick([.. type.EnumerateArray().Select(one => one.GetString()!)]) : type.GetString()
        : known.TryGetProperty("properties", out _) ? "object" : null;
}
