using System.Text.RegularExpressions;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Recommendations.Feedback;
using SupportAgents.Grains.Specialists.Recommendations.Ranking;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations.Skills;

/// <summary>Two or more products side by side: price, rating, stock, choices, warranty, and what people say.</summary>
public sealed partial class CompareSkill(ProductFinder finder, RankingState ranking) : ISkill
{
    private const int Most = 4;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.CompareProducts];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var products = (await finder.Find(context, cancellationToken)).ToList();
        products.AddRange((await finder.ByUniqueName(context, cancellationToken)).Where(other => products.TrueForAll(product => product.Id != other.Id)));
        var isFollowUp = products.Count == 0;
        if (products.Count < 2)
            products.AddRange((await finder.Listed(context, Most, cancellationToken)).Where(other => products.TrueForAll(product => product.Id != other.Id)).Take(Most - products.Count));
        if (products.Count < 2)
            return SkillResult.Ask(context.Open("product", context.Say("compare_what"), choices: await finder.Choices(context, cancellationToken)));
        if (isFollowUp && Reviews().IsMatch(context.Request.Ask) && Best(products) is { } best)
            return SkillResult.Done(context.Say("better_rated", new { best = best.Name, products = products.Select(View) }));
        return await Compare(context, [.. products.Take(Most)], cancellationToken);
    }

    private ProductView View(Product product) => ProductView.Of(product, ProductSummary.Of(product, product.Variants, ranking.Stars(product.Id)));

    private Product? Best(IEnumerable<Product> products) =>
        products.Where(product => ranking.Stars(product.Id) is not null).MaxBy(product => RatingBound.Of(ranking.Stars(product.Id)));

    [GeneratedRegex(@"\b(review|rated|rating|stars?)", RegexOptions.IgnoreCase)]
    private static partial Regex Reviews();

    /// <summary>Compares them.</summary>
    public async Task<SkillResult> Compare(SkillContext context, IReadOnlyList<Product> products, CancellationToken cancellationToken)
    {
        var columns = new List<object>();
        foreach (var product in products)
        {
            await context.Use("get_product_details", new { product_id = product.Id }, cancellationToken);
            var said = (await context.Use("get_product_feedback", new { product_id = product.Id }, cancellationToken)).Data as FeedbackSummary;
            columns.Add(new
            {
                view = View(product),
                product.Brand,
                choices = ProductView.Choices(product),
                warranty = product.WarrantyMonths is > 0 and { } months ? $"{months} months" : null,
                liked = said?.Likes.Take(2).Select(aspect => aspect.About).ToList(),
                disliked = said?.Dislikes.Take(2).Select(aspect => aspect.About).ToList(),
            });
        }
        var cheapest = products.Where(product => product.Variants.Count > 0).MinBy(product => product.Variants.Min(variant => variant.Price.Cents));
        var reply = context.Say("compared", new { products = columns, cheapest = cheapest?.Name, best = Best(products)?.Name });
        return SkillResult.Done(reply) with { Focus = context.Focus with { ProductId = null, Listed = [.. products.Select(product => product.Id)], ListedKind = "product" } };
    }
}
