using System.Text.Json;
using System.Text.Json.Serialization;
using ModelContextProtocol.Protocol;
using SupportAgents.Failures;
using SupportAgents.Tools;

namespace SupportAgents.Api.Mcp;

/// <summary>A tool's outcome in MCP: the words as text, and the same as structured content.</summary>
public static class ToolResults
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>A refusal is an error with code, rule, facts and the nearest thing; a proposal is one member; data is itself.</summary>
    public static CallToolResult From(ToolOutcome outcome)
    {
        if (outcome.Refusal is { } refusal)
            return Result(outcome.Text, JsonSerializer.SerializeToElement(refusal, Options), isError: true);
        if (outcome.Proposal is { } proposal)
            return Result(outcome.Text, JsonSerializer.SerializeToElement(new { proposal }, Options));
        return Result(outcome.Text, outcome.Data is { } data ? JsonSerializer.SerializeToElement(data, Options) : null);
    }

    /// <summary>A refusal by the server itself.</summary>
    public static CallToolResult From(SupportException failure) =>
        From(Refused(JsonNamingPolicy.SnakeCaseLower.ConvertName(failure.Kind.ToString()), failure.Message));

    /// <summary>The cluster cannot be reached; whether the call was made is unknown.</summary>
    public static CallToolResult Unavailable() =>
        From(Refused("unavailable", "The support agents cannot be reached now; read again before you try again."));

    private static ToolOutcome Refused(string code, string rule) => new() { Text = rule, Refusal = new Refusal { Code = code, Rule = rule } };

    private static CallToolResult Result(string text, JsonElement? structured, bool isError = false) => new()
    {
        Content = [new TextContentBlock { Text = text }],
        StructuredContent = structured,
        IsError = isError,
    };
}
