using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportAgents.Support.Retail;

/// <summary>A worked task: the right calls, and the records that must result.</summary>
public sealed record RetailTask
{
    [JsonPropertyName("task_id")] public required string Id { get; init; }
    [JsonPropertyName("user_id")] public required string CustomerId { get; init; }
    public required string Instruction { get; init; }
    public required IReadOnlyList<RetailAction> Actions { get; init; }
    public required IReadOnlyList<RetailResult> Results { get; init; }
    public required RetailExpectation Expected { get; init; }

    /// <summary>The 200 training and the 20 development tasks.</summary>
    public static IReadOnlyList<RetailTask> ReadAll(string folder) =>
    [
        .. RetailShop.Lines<RetailTask>(Path.Combine(folder, "tasks-train.jsonl")),
        .. RetailShop.Lines<RetailTask>(Path.Combine(folder, "tasks-dev.jsonl")),
    ];
}

/// <summary>One call.</summary>
public sealed record RetailAction
{
    public required string Name { get; init; }
    public required JsonElement Arguments { get; init; }
}

/// <summary>Whether a call works.</summary>
public sealed record RetailResult
{
    public required bool Ok { get; init; }
}

/// <summary>Every record that differs from the start, whole.</summary>
public sealed record RetailExpectation
{
    public JsonElement? Changed { get; init; }
}

/// <summary>A single tool call with its exact outcome.</summary>
public sealed record RetailToolCase
{
    [JsonPropertyName("case_id")] public required string Id { get; init; }
    public required string Category { get; init; }
    public required IReadOnlyList<RetailSetup> Setup { get; init; }
    public required string Tool { get; init; }
    public required JsonElement Arguments { get; init; }
    public required string Outcome { get; init; }
    [JsonPropertyName("expected_error_text")] public string? ExpectedError { get; init; }
    public JsonElement? Changed { get; init; }
    [JsonPropertyName("expected_output")] public JsonElement? ExpectedOutput { get; init; }

    /// <summary>All cases.</summary>
    public static IReadOnlyList<RetailToolCase> ReadAll(string folder) =>
        [.. RetailShop.Lines<RetailToolCase>(Path.Combine(folder, "tool-cases-train.jsonl"))];
}

/// <summary>A call that goes before a case.</summary>
public sealed record RetailSetup
{
    public required string Tool { get; init; }
    public required JsonElement Arguments { get; init; }
}
