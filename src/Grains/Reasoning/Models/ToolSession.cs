using System.Text.Json;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning.Checks;
using SupportAgents.Grains.Tools;
using SupportAgents.Knowledge;

namespace SupportAgents.Grains.Reasoning.Models;

/// <summary>A tool call that was made.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Arguments">As the model chose them.</param>
/// <param name="Result">What it answered.</param>
public sealed record ToolUse(string Tool, JsonElement Arguments, ToolResult Result);

/// <summary>One specialist's part while a model works on it: what was called, proposed, spent and may be said.</summary>
public sealed class ToolSession(AgentDefinition agent, AgentBrief brief, AgentTask task, Evidence evidence)
{
    private const int LongestReason = 1_000;
    private const decimal SmallCount = 12;
    private const decimal Hundred = 100;
    private readonly List<ToolUse> _uses = [];

    public AgentDefinition Agent => agent;
    public AgentBrief Brief => brief;
    public AgentTask Task => task;

    /// <summary>What the reply may state.</summary>
    public Evidence Evidence => evidence;

    /// <summary>The calls that were made, in order.</summary>
    public IReadOnlyList<ToolUse> Uses => _uses;

    /// <summary>The call whose change waits for the customer.</summary>
    public ToolUse? Proposed { get; private set; }

    /// <summary>Why a person takes over, once the model asked for one; for staff, since nothing checks its words.</summary>
    public string? HandOffReason { get; private set; }

    /// <summary>What the model used so far.</summary>
    public Usage Usage { get; private set; } = new();

    /// <summary>The checked text so far.</summary>
    public string Reply { get; set; } = "";

    /// <summary>The proposal of another ask that waits for the customer; while it does, no second one is made.</summary>
    public Proposal? Waiting => task.Dialogue.OpenAsks.FirstOrDefault(ask => ask.Agent == agent.Name && ask.Id != task.Answers?.Id && ask.Proposal is not null)?.Proposal;

    /// <summary>Sections that a search found.</summary>
    public IEnumerable<KnowledgeHit> Hits => _uses.SelectMany(use => use.Result.Data as IReadOnlyList<KnowledgeHit> ?? []);

    /// <summary>Counts what a model used.</summary>
    public void Count(Usage used) => Usage += used;

    /// <summary>Takes a tool's answer in; <paramref name="told"/> is what the model was told of it.</summary>
    public void Add(ToolUse use, string told)
    {
        _uses.Add(use);
        if (use.Result.Proposal is not null)
        {
            Proposed = use;
            evidence.AddProposal(told);
        }
        else if (use.Tool != ModelTools.Calculate || IsFounded(use))
        {
            evidence.AddFact(told);
        }
        if (use.Tool == ModelTools.TransferToHuman && use.Result.Refusal is null)
        {
            HandOffReason = use.Arguments.TryGetProperty("summary", out var summary) && $"{summary}" is { Length: > 0 } text ? text[..Math.Min(text.Length, LongestReason)] : "The customer needs a person.";
            evidence.IsHandedOff = true;
        }
        if (use.Result.Refusal is null && ModelTools.DoesAtOnce(use.Tool))
            evidence.AddDone($"{use.Result.Text} updated changed saved");
    }

    /// <summary>A sum proves no more than its terms: each must have been told, or be a small count or a percentage.</summary>
    private bool IsFounded(ToolUse use) =>
        FactReader.Numbers(use.Arguments.ValueKind == JsonValueKind.Object ? use.Arguments.GetRawText() : "")
            .All(number => evidence.HasNumber(number, orMentioned: false) || number <= SmallCount && decimal.IsInteger(number) || number == Hundred);
}
