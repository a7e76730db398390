using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Recommendations.Ranking;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations.Skills;

/// <summary>Two or more products side by side.</summary>
public sealed class CompareSkill(ProductFinder finder, RankingState ranking, Stores.ICatalogStore catalog) : ISkill
{
    private const int Most = 4;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.CompareProducts];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var products = (await finder.Find(context, cancellationToken)).ToList();
        if (products.Count < 2 && context.Focus is { ListedKind: "product", Listed: { Count: > 1 } listed })
        {
            foreach (var id in listed.Where(id => products.TrueForAll(product => product.Id != id)).Take(Most - products.Count))
                products.AddRange(await catalog.Find(id, cancellationToken) is { } product ? [product] : []);
        }
        if (products.Count < 2)
            return SkillResult.Ask(context.Open("product", context.Say("compare_what"), choices: await finder.Choices(context, cancellationToken)));
        products = [.. products.Take(Most)];
        foreach (var product in products)
            await context.Use("get_product_details", new { product_id = product.Id }, cancellationToken);
        var reply = context.Say("compared", new { products = products.Select(product => ProductView.Of(product, Summary(product))), cheapest = Cheapest(products).Name });
        return SkillResult.Done(reply) with { Focus = context.Focus with { ProductId = null, Listed = [.. products.Select(product => product.Id)], ListedKind = "product" } };
    }

    private ProductSummary Summary(Product product) => ProductSummary.Of(product, product.Variants, ranking.Stars(product.Id));

    private static Product Cheapest(List<Product> products) => products.MinBy(product => product.Variants.Min(variant => variant.Price.Cents))!;
}
