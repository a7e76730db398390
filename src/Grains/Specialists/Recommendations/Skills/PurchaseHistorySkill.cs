using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Recommendations.History;

namespace SupportAgents.Grains.Specialists.Recommendations.Skills;

/// <summary>What the customer bought before.</summary>
public sealed class PurchaseHistorySkill : ISkill
{
    private const int Shown = 12;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.PurchaseHistory];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var result = await context.Use("get_purchase_history", new { }, cancellationToken);
        if (result.Data is not PurchaseHistory { Items.Count: > 0 } history)
            return SkillResult.Done(context.Say("bought_nothing"));
        return SkillResult.Done(context.Say("bought", new
        {
            count = history.Items.Count,
            history.Orders,
            history.Spent,
            more = Math.Max(0, history.Items.Count - Shown),
            items = history.Items.Take(Shown).Select(unit => new { unit.Name, options = ProductWords.Options(unit.Options), unit.OrderId, unit.Returned, at = unit.PlacedAt }),
        }));
    }
}
