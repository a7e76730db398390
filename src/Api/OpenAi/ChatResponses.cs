using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using SupportAgents.Conversations;

namespace SupportAgents.Api.OpenAi;

/// <summary>A completion, or a chunk of one.</summary>
public sealed record ChatCompletion
{
    public required string Id { get; init; }

    /// <summary><c>chat.completion</c> or <c>chat.completion.chunk</c>.</summary>
    [JsonPropertyName("object")] public required string Kind { get; init; }

    /// <summary>Unix seconds.</summary>
    public required long Created { get; init; }
    public required string Model { get; init; }
    public required IReadOnlyList<ChatChoice> Choices { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChatUsage? Usage { get; init; }

    /// <summary><c>conversation_id</c> continues the conversation.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>The whole answer of this service, with proposal, choices and citations; on the completion and the last chunk.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Answer? Answer { get; init; }
}

/// <summary>The one choice: a message, or a delta of it.</summary>
public sealed record ChatChoice
{
    public int Index { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChatDelta? Message { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChatDelta? Delta { get; init; }

    [JsonPropertyName("finish_reason")] public string? FinishReason { get; init; }
}

/// <summary>Words of the assistant.</summary>
public sealed record ChatDelta
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Role { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Content { get; init; }
}

/// <summary>Tokens of the model; zero where the built-in reasoner answered.</summary>
public sealed record ChatUsage
{
    [JsonPropertyName("prompt_tokens")] public long PromptTokens { get; init; }
    [JsonPropertyName("completion_tokens")] public long CompletionTokens { get; init; }
    [JsonPropertyName("total_tokens")] public long TotalTokens => PromptTokens + CompletionTokens;

    /// <summary>The usage of an answer.</summary>
    public static ChatUsage Of(Answer answer) => new() { PromptTokens = answer.Usage.InputTokens, CompletionTokens = answer.Usage.OutputTokens };
}

/// <summary>The models that can be asked for.</summary>
public sealed record ChatModels(IReadOnlyList<ChatModel> Data)
{
    [JsonPropertyName("object")] public string Kind => "list";
}

/// <summary>A model that can be asked for.</summary>
public sealed record ChatModel(string Id)
{
    [JsonPropertyName("object")] public string Kind => "model";
    public long Created => 0;

    [JsonPropertyName("owned_by")] public string OwnedBy => "support-agents";
}

/// <summary>An error in the OpenAI shape.</summary>
public sealed record ChatError(ChatErrorBody Error)
{
    /// <summary>The same error in the other shape.</summary>
    public static ChatError From(ProblemDetails problem) => new(new ChatErrorBody(
        problem.Detail ?? problem.Title ?? "error",
        problem.Status switch
        {
            StatusCodes.Status401Unauthorized => "authentication_error",
            StatusCodes.Status403Forbidden => "permission_error",
            StatusCodes.Status404NotFound => "not_found_error",
            StatusCodes.Status429TooManyRequests => "rate_limit_error",
            >= StatusCodes.Status500InternalServerError => "server_error",
            _ => "invalid_request_error",
        },
        problem.Status switch
        {
            StatusCodes.Status401Unauthorized => "invalid_api_key",
            StatusCodes.Status404NotFound => "not_found",
            StatusCodes.Status429TooManyRequests => "rate_limit_exceeded",
            StatusCodes.Status503ServiceUnavailable => "unavailable",
            _ => null,
        }));
}

/// <summary>What went wrong.</summary>
public sealed record ChatErrorBody(string Message, string Type, string? Code);
