using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Specialists.Recommendations.Skills;

/// <summary>Searches the catalogue. "I want to buy" is served by showing what there is: the desk takes no orders, and says so.</summary>
public sealed class FindProductsSkill : ISkill
{
    private const int Shown = 5;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.FindProducts, Agents.Intents.BuyProduct];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var slots = context.Slots;
        var result = await context.Use("find_products", new
        {
            query = ProductFinder.Query(context),
            max_price = slots.MaxPrice?.Amount,
            min_price = slots.MinPrice?.Amount,
            options = slots.Options,
            limit = Shown,
        }.Present(), cancellationToken);
        if (result.Data is not FoundProducts found)
            return SkillResult.Declined(context.Say("refused", new { result.Text }), result.Text);
        if (found.Count == 0)
        {
            var nothing = context.Say(found.Nearest.Count > 0 ? "nothing_but_near" : "nothing_found", new { products = found.Nearest.Select(ProductView.Of) });
            return SkillResult.Done(nothing) with { Focus = Listed(context, found.Nearest) };
        }
        var buying = context.Ask.Intent == Agents.Intents.BuyProduct;
        var reply = context.Say(buying ? "found_to_buy" : "found", new { count = found.Count, more = found.Count - found.Items.Count, products = found.Items.Select(ProductView.Of) });
        return SkillResult.Done(reply) with { Focus = Listed(context, found.Items) };
    }

    private static Agents.Focus Listed(SkillContext context, IReadOnlyList<ProductSummary> items) => items.Count == 0 ? context.Focus : context.Focus with
    {
        ProductId = items.Count == 1 ? items[0].ProductId : null,
        Listed = [.. items.Select(item => item.ProductId)],
        ListedKind = "product",
    };
}
