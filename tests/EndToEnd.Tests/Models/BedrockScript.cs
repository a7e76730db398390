using System.Text.Json;

namespace SupportAgents.EndToEnd.Tests.Models;

/// <summary>What a model is asked.</summary>
/// <param name="Model">The model id of the address.</param>
/// <param name="Body">The request.</param>
public sealed record BedrockCall(string Model, JsonElement Body)
{
    /// <summary>The whole request as text.</summary>
    public string Text { get; } = Body.GetRawText();

    /// <summary>True for the call that finds a message's asks.</summary>
    public bool Routes => Text.Contains("\"plan_requests\"", StringComparison.Ordinal);

    /// <summary>True for the call that joins reports.</summary>
    public bool Joins => Text.Contains("You join the reports", StringComparison.Ordinal);

    /// <summary>True when the newest message has the results of tools.</summary>
    public bool HasResults => Body.GetProperty("messages").EnumerateArray().Last().GetRawText().Contains("\"tool_result\"", StringComparison.Ordinal);

    /// <summary>The text of the newest message.</summary>
    public string Newest => Body.GetProperty("messages").EnumerateArray().Last().GetRawText();
}

/// <summary>What it answers: words, tool calls, or a fault.</summary>
public sealed record BedrockReply
{
    public string? Text { get; init; }
    public IReadOnlyList<(string Tool, object Arguments)> Calls { get; init; } = [];
    public BedrockFault Fault { get; init; }

    /// <summary>Awaited before the first word.</summary>
    public Func<Task>? Before { get; init; }

    /// <summary>Awaited between two words of a stream.</summary>
    public Func<CancellationToken, Task>? Between { get; init; }

    /// <summary>Words.</summary>
    public static BedrockReply Say(string text) => new() { Text = text };

    /// <summary>Tool calls of one step.</summary>
    public static BedrockReply Use(params IReadOnlyList<(string Tool, object Arguments)> calls) => new() { Calls = calls };
}

/// <summary>How a call goes wrong.</summary>
public enum BedrockFault { None, Throttled, ServerError, Overloaded, Hangs, CutStream, MalformedFrame, StreamError, ContextTooLong }
