using System.Text.RegularExpressions;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Specialists.Recommendations.Skills;

/// <summary>Searches the catalogue. "I want to buy" is served by showing what there is: the desk takes no orders, and says so.</summary>
public sealed partial class FindProductsSkill(ProductFinder finder) : ISkill
{
    private const int Shown = 5;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.FindProducts, Agents.Intents.BuyProduct];

    /// <summary>True for "the cheapest", "the best rated": a search in an order, and not a recommendation.</summary>
    public static bool AsksForAnOrder(string ask) => SortOf(ask) is not null;

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        if (RecommendSkill.AsksForOthers(context.Request.Ask) && context.Focus is { ListedKind: "product" })
            return await new RecommendSkill(finder).Recommend(context, null, cancellationToken);
        var slots = context.Slots;
        var sort = SortOf(context.Request.Ask);
        var result = await context.Use("find_products", new
        {
            query = await finder.Query(context, cancellationToken),
            max_price = slots.MaxPrice?.Amount,
            min_price = slots.MinPrice?.Amount,
            options = slots.Options,
            sort,
            limit = Shown,
        }.Present(), cancellationToken);
        if (result.Data is not FoundProducts found)
            return SkillResult.Declined(context.Say("refused", new { result.Text }), result.Text);
        if (found.Count == 0)
        {
            var nothing = context.Say(found.Nearest.Count > 0 ? "nothing_but_near" : "nothing_found", new { products = found.Nearest.Select(ProductView.Of) });
            return SkillResult.Done(nothing) with { Focus = Listed(context, found.Nearest) };
        }
        var reply = context.Say(context.Ask.Intent == Agents.Intents.BuyProduct ? "found_to_buy" : sort is null ? "found" : $"found_by_{sort}",
            new { count = found.Count, more = found.Count - found.Items.Count, products = found.Items.Select(ProductView.Of) });
        return SkillResult.Done(reply) with { Focus = Listed(context, found.Items) };
    }

    private static Agents.Focus Listed(SkillContext context, IReadOnlyList<ProductSummary> items) => items.Count == 0 ? context.Focus : context.Focus with
    {
        ProductId = items.Count == 1 ? items[0].ProductId : null,
        Listed = [.. items.Select(item => item.ProductId)],
        ListedKind = "product",
    };

    private static string? SortOf(string ask) =>
        Cheapest().IsMatch(ask) ? "price" : Dearest().IsMatch(ask) ? "price_down" : BestRated().IsMatch(ask) ? "rating" : null;

    [GeneratedRegex(@"\b(cheapest|least expensive|lowest[- ]priced?|most affordable)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Cheapest();

    [GeneratedRegex(@"\b(most expensive|dearest|priciest|highest[- ]priced?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dearest();

    [GeneratedRegex(@"\b(best|highest|top)[- ](rated|reviewed|ratings?|reviews?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex BestRated();
}
