using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportAgents.Silo.Data.Format;

/// <summary>The folder format of import and export: names of files, and how JSON is read and written in them.</summary>
internal static class ShopFormat
{
    public const string Customers = "customers.jsonl";
    public const string Products = "products.jsonl";
    public const string Orders = "orders.jsonl";
    public const string Feedback = "feedback.jsonl";
    public const string Browsing = "browsing.jsonl";
    public const string Policies = "policies.json";
    public const string Knowledge = "knowledge";

    /// <summary>Strict: nothing unknown, missing, doubled or null that is not so in the format. Nulls are not written.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new UtcConverter() },
    };
}
