using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportAgents.Api.OpenAi;

/// <summary>A chat completion request. Members that this service has no use for (temperature, tools, …) are accepted and ignored.</summary>
public sealed record ChatRequest
{
    /// <summary>Any name; the answer repeats it.</summary>
    public string? Model { get; init; }

    /// <summary>The chat; its last message must be the user's, and is what gets answered.</summary>
    public IReadOnlyList<ChatMessage>? Messages { get; init; }

    /// <summary>True for server-sent chunks.</summary>
    public bool? Stream { get; init; }

    /// <summary>Options of a stream.</summary>
    [JsonPropertyName("stream_options")] public ChatStreamOptions? StreamOptions { get; init; }

    /// <summary>Names one lasting conversation of the caller: the same name, the same conversation.</summary>
    public string? User { get; init; }

    /// <summary><c>conversation_id</c> names an existing conversation of the caller.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>One message of the chat.</summary>
public sealed record ChatMessage
{
    /// <summary><c>user</c> and <c>assistant</c> count; <c>system</c> and others are not obeyed.</summary>
    public string? Role { get; init; }

    /// <summary>A text, or parts of which those of type <c>text</c> count.</summary>
    public JsonElement Content { get; init; }

    /// <summary>The words.</summary>
    [JsonIgnore]
    public string Text => Content.ValueKind switch
    {
        JsonValueKind.String => Content.GetString()!,
        JsonValueKind.Array => string.Concat(Content.EnumerateArray().Select(PartText)),
        _ => "",
    };

    private static string PartText(JsonElement part) =>
        part.ValueKind is JsonValueKind.Object && part.TryGetProperty("text", out var text) && text.ValueKind is JsonValueKind.String
            ? text.GetString()!
            : "";
}

/// <summary>Options of a stream.</summary>
public sealed record ChatStreamOptions
{
    /// <summary>True adds a last chunk with the usage.</summary>
    [JsonPropertyName("include_usage")] public bool IncludeUsage { get; init; }
}
