using SupportAgents.Conversations;
using SupportAgents.Identity;
using SupportAgents.Shop;

namespace SupportAgents.Tools;

/// <summary>A tool as a model or an MCP client sees it.</summary>
[GenerateSerializer, Immutable, Alias("tool-description")]
public sealed record ToolDescription
{
    [Id(0)] public required string Name { get; init; }
    [Id(1)] public required string Description { get; init; }

    /// <summary>The JSON schema of the arguments.</summary>
    [Id(2)] public required JsonText InputSchema { get; init; }

    /// <summary>True when it changes nothing.</summary>
    [Id(3)] public required bool IsReadOnly { get; init; }
}

/// <summary>A tool's answer: exactly one of data, refusal and proposal, and the same in words.</summary>
[GenerateSerializer, Immutable, Alias("tool-outcome")]
public sealed record ToolOutcome
{
    /// <summary>The answer as a sentence.</summary>
    [Id(0)] public required string Text { get; init; }

    /// <summary>The record asked for or changed, as a JSON object.</summary>
    [Id(1)] public JsonText? Data { get; init; }

    /// <summary>Why nothing was done.</summary>
    [Id(2)] public Refusal? Refusal { get; init; }

    /// <summary>What was proposed; nothing is changed yet.</summary>
    [Id(3)] public Proposal? Proposal { get; init; }
}

/// <summary>A refusal that a person and a program can act on.</summary>
[GenerateSerializer, Immutable, Alias("refusal")]
public sealed record Refusal
{
    /// <summary>Stable: <c>order_not_found</c>, <c>non_pending_order_cannot_be_cancelled</c>, <c>invalid_arguments</c>, …</summary>
    [Id(0)] public required string Code { get; init; }

    /// <summary>The rule, in one sentence.</summary>
    [Id(1)] public required string Rule { get; init; }

    /// <summary>The facts that the rule was held against, name to value.</summary>
    [Id(2)] public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>The nearest thing that is allowed, in one sentence; null when there is none.</summary>
    [Id(3)] public string? Nearest { get; init; }
}

/// <summary>A customer's tools for callers outside a conversation (MCP), keyed by customer id. Calls run one at a time.</summary>
[Alias("toolbox")]
public interface IToolboxGrain : IGrainWithStringKey
{
    /// <summary>The tools in a stable order.</summary>
    [Alias("describe")]
    Task<IReadOnlyList<ToolDescription>> Describe(CancellationToken cancellationToken = default);

    /// <summary>Runs one tool. An unknown name or bad arguments are a refusal, not an exception.</summary>
    [Alias("invoke")]
    Task<ToolOutcome> Invoke(Principal who, string tool, string argumentsJson, CancellationToken cancellationToken = default);
}
