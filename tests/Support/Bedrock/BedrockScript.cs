using System.Text.Json;

namespace SupportAgents.Support.Bedrock;

/// <summary>What a model is asked.</summary>
/// <param name="Model">The model id of the address.</param>
/// <param name="Body">The request.</param>
/// <param name="Path">The path, encoded as it came.</param>
/// <param name="Headers">The request's headers.</param>
public sealed record BedrockCall(string Model, JsonElement Body, string Path, IReadOnlyDictionary<string, string> Headers)
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

    /// <summary>Calls end in the middle of their arguments.</summary>
    public bool CutsArguments { get; init; }

    /// <summary>Why the model stopped; null: at its end, or for the calls.</summary>
    public string? StopReason { get; init; }

    /// <summary>Of the input, tokens that were read from the cache, and tokens that were written to it.</summary>
    public (int Read, int Written) Cached { get; init; }

    /// <summary>With a refusal: when to come back.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Awaited before the first word.</summary>
    public Func<Task>? Before { get; init; }

    /// <summary>Awaited between two words of a stream.</summary>
    public Func<CancellationToken, Task>? Between { get; init; }

    /// <summary>Words.</summary>
    public static BedrockReply Say(string text) => new() { Text = text };

    /// <summary>Tool calls of one step.</summary>
    public static BedrockReply Use(params IReadOnlyList<(string Tool, object Arguments)> calls) => new() { Calls = calls };

    /// <summary>A call that goes wrong.</summary>
    public static BedrockReply Fail(BedrockFault fault) => new() { Fault = fault };
}

/// <summary>How a call goes wrong.</summary>
public enum BedrockFault
{
    None,
    Throttled,
    ServerError,
    Overloaded,

    /// <summary>No answer at all.</summary>
    Hangs,

    /// <summary>The connection breaks before the first word.</summary>
    CutStream,

    /// <summary>The connection breaks in the middle of the words.</summary>
    CutAnswer,

    /// <summary>The stream ends as if all were well, without its end.</summary>
    EndsEarly,

    /// <summary>A checksum that is wrong.</summary>
    MalformedFrame,

    /// <summary>An error frame instead of words.</summary>
    StreamError,
    ContextTooLong,

    /// <summary>The model id is past its end of life.</summary>
    Retired,

    /// <summary>The credentials are refused.</summary>
    Forbidden,
}
