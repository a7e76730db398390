using System.Text.RegularExpressions;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Recommendations.History;
using SupportAgents.Grains.Specialists.Recommendations.Search;

namespace SupportAgents.Grains.Specialists.Recommendations.Skills;

/// <summary>What the customer bought before: all of it, some kind of goods, or what they usually choose.</summary>
public sealed partial class PurchaseHistorySkill(CatalogIndexCache indexes) : ISkill
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
        if (Usually().IsMatch(context.Request.Ask) && history.Options.Count > 0)
            return SkillResult.Done(context.Say("usually", new { options = history.Options.Select(Habit).ToList() }));
        var goods = (await indexes.Index(cancellationToken)).GoodsIn(context.Request.Ask);
        if (goods.Length > 0)
            return await Of(context, history, goods, cancellationToken);
        return SkillResult.Done(context.Say("bought", new
        {
            count = history.Items.Count,
            history.Orders,
            history.Spent,
            more = Math.Max(0, history.Items.Count - Shown),
            items = history.Items.Take(Shown).Select(Line),
            lowest = history.Prices?.Lowest,
            highest = history.Prices?.Highest,
            days = history.DaysBetweenOrders is { } days ? Math.Round(days) : (double?)null,
        }));
    }

    private async Task<SkillResult> Of(SkillContext context, PurchaseHistory history, string goods, CancellationToken cancellationToken)
    {
        var matching = (await indexes.Index(cancellationToken)).Matching(goods) ?? new HashSet<string>();
        var items = history.Items.Where(unit => matching.Contains(unit.ProductId)).ToList();
        return SkillResult.Done(items.Count == 0
            ? context.Say("never_bought")
            : context.Say("bought_of", new { count = items.Count, more = Math.Max(0, items.Count - Shown), items = items.Take(Shown).Select(Line) }));
    }

    private static object Line(PurchasedUnit unit) => new { unit.Name, options = ProductWords.Options(unit.Options), unit.OrderId, unit.Returned, at = unit.PlacedAt };

    private static string Habit(KeyValuePair<string, IReadOnlyList<ChosenValue>> option) =>
        $"{option.Key}: {string.Join(", ", option.Value.Take(3).Select(value => $"{value.Value} ({value.Units})"))}";

    [GeneratedRegex(@"\b(usually|normally|mostly|most often|typical\w*|always)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Usually();
}
