using Microsoft.Extensions.AI;
using SupportAgents.Conversations;

namespace SupportAgents.Grains.Reasoning.Models;

/// <summary>
/// What model calls used. Only the adapter knows which model answered, and so the price: it sends the cost along with the
/// tokens.
/// </summary>
public static class ModelUsage
{
    /// <summary>A key of <see cref="UsageDetails.AdditionalCounts"/>: the cost in billionths of the currency.</summary>
    public const string CostKey = "supportagents.cost";

    private const decimal Billion = 1_000_000_000;

    /// <summary>One more call, before it is known what it uses.</summary>
    public static Usage OneCall { get; } = new() { ModelCalls = 1 };

    /// <summary>The tokens and the cost of an answer.</summary>
    public static Usage Of(UsageDetails? used) => new()
    {
        InputTokens = used?.InputTokenCount ?? 0,
        OutputTokens = used?.OutputTokenCount ?? 0,
        Cost = used?.AdditionalCounts?.GetValueOrDefault(CostKey) / Billion ?? 0,
    };

    /// <summary>The tokens and the cost that came with these updates.</summary>
    public static Usage Of(IEnumerable<ChatResponseUpdate> updates) =>
        updates.SelectMany(update => update.Contents).OfType<UsageContent>().Aggregate(new Usage(), (sum, one) => sum + Of(one.Details));

    /// <summary>Notes the cost of an answer.</summary>
    public static void SetCost(UsageDetails used, decimal cost) => (used.AdditionalCounts ??= [])[CostKey] = (long)(cost * Billion);
}
