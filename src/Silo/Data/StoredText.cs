using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportAgents.Silo.Data;

/// <summary>How enums and nested values are written into text columns.</summary>
internal static class StoredText
{
    /// <summary>Of Unicode's private use area, so hardly ever in a text.</summary>
    private const char Mark = '\uE000';

    /// <summary>The JSON of stored columns: camelCase, without nulls.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        AllowOutOfOrderMetadataProperties = true,
    };

    /// <summary>A value as JSON text.</summary>
    public static string ToJson<T>(T value) => JsonSerializer.Serialize(value, Json);

    /// <summary>A value from JSON text.</summary>
    public static T FromJson<T>(string json) => JsonSerializer.Deserialize<T>(json, Json)!;

    /// <summary>An enum's name in snake_case.</summary>
    public static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>The enum value with that snake_case name.</summary>
    public static T Value<T>(string name) where T : struct, Enum => Enum.Parse<T>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    /// <summary>Text that must come back to the last character: NUL, which PostgreSQL does not take, is written in another way.</summary>
    public static string Escape(string text) =>
        text.AsSpan().ContainsAny('\0', Mark) ? text.Replace($"{Mark}", $"{Mark}1", StringComparison.Ordinal).Replace("\0", $"{Mark}0", StringComparison.Ordinal) : text;

    /// <summary>What <see cref="Escape"/> was given.</summary>
    public static string Unescape(string text) =>
        text.Contains(Mark, StringComparison.Ordinal) ? text.Replace($"{Mark}0", "\0", StringComparison.Ordinal).Replace($"{Mark}1", $"{Mark}", StringComparison.Ordinal) : text;

    /// <summary>Text for a plain column: NUL, which PostgreSQL does not take, is replaced.</summary>
    public static string? Plain(string? text) => text?.Replace('\0', '\uFFFD');
}
