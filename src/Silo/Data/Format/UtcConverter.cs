using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportAgents.Silo.Data.Format;

/// <summary>Moments as ISO 8601. Without an offset they are UTC; a date alone is its midnight. Kept to the microsecond.</summary>
internal sealed class UtcConverter : JsonConverter<DateTimeOffset>
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("a date must be text such as \"2026-03-04T12:00:00Z\"");
        return DateTimeOffset.TryParseExact(reader.GetString(), Formats, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond))
            : throw new JsonException($"\"{reader.GetString()}\" is not an ISO 8601 date");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));
}
