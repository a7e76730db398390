using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Recommendations.Search;

namespace SupportAgents.Grains.Specialists.Recommendations.Skills;

/// <summary>What the shop sells.</summary>
public sealed class ListTypesSkill(ProductFinder finder, CatalogIndexCache indexes) : ISkill
{
    private const int Shown = 60;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.ListProductTypes];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        // "What do you have from Stillwave?" asks for goods and not for kinds of goods.
        if ((await indexes.Index(cancellationToken)).GoodsIn(context.Request.Ask).Length > 0)
            return await new FindProductsSkill(finder).Run(context, cancellationToken);
        var result = await context.Use("list_product_types", new { }, cancellationToken);
        if (result.Data is not ProductTypes { Count: > 0 } types)
            return SkillResult.Done(context.Say("empty_catalogue"));
        var names = types.Categories.Count > 0 ? types.Categories.Select(category => $"{category.Category} ({category.Count})") : types.Items.Select(item => item.Name);
        return SkillResult.Done(context.Say("types", new { types.Count, names = names.Take(Shown) }));
    }
}
