using System.Text.RegularExpressions;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Recommendations.Feedback;
using SupportAgents.Grains.Specialists.Recommendations.Ranking;
using SupportAgents.Grains.Specialists.Recommendations.Search;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations.Skills;

/// <summary>Questions about one product: what it is, whether it is in stock, what others say.</summary>
public sealed partial class ProductSkill(ProductFinder finder, RankingState ranking) : ISkill
{
    private const int VariantsShown = 12;
    private const int MostCompared = 4;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.ProductDetails, Agents.Intents.CheckStock, Agents.Intents.ProductReviews];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var products = await finder.Find(context, cancellationToken);
        if (products.Count == 0 && WhichOfThem().IsMatch(context.Request.Ask) && await finder.Listed(context, MostCompared, cancellationToken) is { Count: > 1 } shown)
            return await new CompareSkill(finder, ranking).Compare(context, shown, cancellationToken);
        if (products.Count == 0)
            products = await finder.ByUniqueName(context, cancellationToken);
        if (products.Count == 0 && (context.Slots.MaxPrice ?? context.Slots.MinPrice) is not null)
            return await new FindProductsSkill(finder).Run(context, cancellationToken);
        if (products.Count == 0)
        {
            var choices = await finder.Choices(context, cancellationToken);
            return choices.Count == 0
                ? SkillResult.Done(context.Say("unknown_product"))
                : SkillResult.Ask(context.Open("product", context.Say("which_product"), choices: choices));
        }
        var replies = new List<string>();
        foreach (var product in products)
            replies.Add(await About(context, product, cancellationToken));
        return SkillResult.Done(string.Join("\n\n", replies)) with
        {
            // A product out of a list that was shown leaves the list as it is: "and the second one?" may follow.
            Focus = context.Focus is { ListedKind: "product", Listed: { } listed } && listed.Contains(products[^1].Id)
                ? context.Focus with { ProductId = products[^1].Id }
                : context.Focus with { ProductId = products[^1].Id, Listed = [.. products.Select(product => product.Id)], ListedKind = "product" },
        };
    }

    private static async Task<string> About(SkillContext context, Product product, CancellationToken cancellationToken)
    {
        if (context.Ask.Intent == Agents.Intents.ProductReviews)
        {
            var said = await context.Use("get_product_feedback", new { product_id = product.Id }, cancellationToken);
            return said.Data is FeedbackSummary { Count: > 0 } summary
                ? context.Say("reviews", new { product.Name, summary.Count, summary.Rated, average = summary.Average?.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture), summary.Likes, summary.Dislikes, quotes = summary.Likes.Count + summary.Dislikes.Count == 0 ? summary.Newest : [] })
                : context.Say("no_reviews", new { product.Name });
        }
        var wanted = new VariantFilter { Options = context.Slots.Options };
        if (context.Ask.Intent == Agents.Intents.CheckStock)
        {
            await context.Use("check_stock", new { product_id = product.Id }, cancellationToken);
            return Stock(context, product, wanted);
        }
        await context.Use("get_product_details", new { product_id = product.Id }, cancellationToken);
        return context.Say("details", new
        {
            product.Name,
            product.Brand,
            product.Description,
            warranty = product.WarrantyMonths is > 0 and { } months ? $"{months} months" : null,
            variants = product.Variants.OrderByDescending(variant => variant.Available).ThenBy(variant => variant.Price).Take(VariantsShown).Select(ProductView.Of),
            more = Math.Max(0, product.Variants.Count - VariantsShown),
        });
    }

    private static string Stock(SkillContext context, Product product, VariantFilter wanted)
    {
        var fitting = wanted.Of(product);
        var model = new
        {
            product.Name,
            available = fitting.Where(variant => variant.Available).Take(VariantsShown).Select(ProductView.Of).ToList(),
            gone = fitting.Where(variant => !variant.Available).Take(VariantsShown).Select(variant => ProductWords.Options(variant.Options)).Where(options => options.Length > 0).ToList(),
            others = product.Variants.Where(variant => variant.Available).Take(VariantsShown).Select(ProductView.Of).ToList(),
        };
        return context.Say(fitting.Count == 0 ? "no_such_variant" : model.available.Count > 0 ? "in_stock" : model.others.Count > 0 ? "other_in_stock" : "out_of_stock", model);
    }

    [GeneratedRegex(@"\b(which|better|best|both|these|those|them|worse)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WhichOfThem();
}
