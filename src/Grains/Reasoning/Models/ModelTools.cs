using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning.Checks;
using SupportAgents.Grains.Tools;
using SupportAgents.Identity;
using SupportAgents.Knowledge;
using SupportAgents.Tools;

namespace SupportAgents.Grains.Reasoning.Models;

/// <summary>Tools as a model sees them, and what it is told of their answers: never a customer id, never a proposal's id.</summary>
public static class ModelTools
{
    /// <summary>Hands over to a person.</summary>
    public const string TransferToHuman = "transfer_to_human";

    /// <summary>Does sums.</summary>
    public const string Calculate = "calculate";

    /// <summary>The one write that needs no confirmation.</summary>
    private const string UpdatePreferences = "update_preferences";

    private const string CustomerId = "customerId";
    private const string Cut = " … (cut)";

    /// <summary>True for a write that takes effect without a proposal.</summary>
    public static bool DoesAtOnce(string tool) => tool == UpdatePreferences;

    /// <summary>The declarations of a specialist's tools; there is no code behind them, the loop runs the calls itself.</summary>
    public static IReadOnlyList<AITool> Declare(Toolbox toolbox, AgentBrief brief) =>
        [.. toolbox.Descriptions.Where(tool => brief.Tools.Contains(tool.Name)).Select(Declare)];

    /// <summary>What the model is told, at most <paramref name="limit"/> characters.</summary>
    public static string Tell(string tool, ToolResult result, Principal who, int limit)
    {
        var text = result switch
        {
            { Refusal: { } refusal } => $"Refused: {result.Text}{Facts(refusal)}",
            { Proposal: { } proposal } => $"Proposed; nothing is changed yet. {Tell(proposal)} Tell the customer and ask for a yes or no.",
            _ when tool == TransferToHuman || result.Data is IReadOnlyList<KnowledgeHit> => result.Text,
            _ => result.DataJson() is { } data ? $"{result.Text}\n{Scrub(data.Json, who)}" : result.Text,
        };
        if (who.CustomerId is { } id && IsTelling(id))
            text = text.Replace(id, "(customer)", StringComparison.OrdinalIgnoreCase);
        return text.Length <= limit ? text : string.Concat(text.AsSpan(0, limit), Cut);
    }

    /// <summary>A proposal in words, with every amount.</summary>
    public static string Tell(Proposal proposal) =>
        string.Join(" ", [proposal.Summary, .. proposal.Lines.Select(line => line.Amount is { } amount ? $"{line.Text}: {ReplyHelpers.Format(amount)}." : $"{line.Text}."), $"In all: {ReplyHelpers.Format(proposal.Amount)} {proposal.Currency}."]);

    /// <summary>What a reply must not have: names of tools, the customer's id, the prompt.</summary>
    public static Secrets SecretsOf(AgentBrief brief, Toolbox toolbox) =>
        new([brief.Prompt, .. toolbox.Descriptions.Select(tool => tool.Description)], toolbox.Descriptions.Select(tool => tool.Name).Where(name => name.Contains('_', StringComparison.Ordinal)));

    /// <summary>True for an id that is no ordinary word.</summary>
    public static bool IsTelling(string customerId) => customerId.Length > 4 && customerId.Any(char.IsAsciiDigit);

    private static AITool Declare(ToolDescription tool)
    {
        using var schema = JsonDocument.Parse(tool.InputSchema.Json);
        return AIFunctionFactory.CreateDeclaration(tool.Name, tool.Description, schema.RootElement.Clone());
    }

    private static string Facts(Refusal refusal) =>
        refusal.Facts.Count == 0 ? "" : $" Facts: {string.Join("; ", refusal.Facts.Select(fact => $"{fact.Key} = {fact.Value}"))}.";

    private static string Scrub(string json, Principal who)
    {
        var node = JsonNode.Parse(json)!;
        Scrub(node, who.CustomerId);
        return node.ToJsonString(ToolResult.JsonOptions);
    }

    private static void Scrub(JsonNode? node, string? customerId)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                Scrub(item, customerId);
            return;
        }
        if (node is not JsonObject record)
            return;
        foreach (var (name, value) in record.ToList())
        {
            if (name == CustomerId || value is JsonValue scalar && scalar.TryGetValue<string>(out var text) && text == customerId)
                record.Remove(name);
            else
                Scrub(value, customerId);
        }
    }
}
