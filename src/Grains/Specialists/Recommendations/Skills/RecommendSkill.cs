using System.Text.RegularExpressions;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations.Skills;

/// <summary>Recommendations with their reasons: for this customer, similar to something, to go with something, as a gift.</summary>
public sealed partial class RecommendSkill(ProductFinder finder) : ISkill
{
    private const int Shown = 4;
    private const int MostExplained = 20;

    /// <summary>What people wear, in the words of a catalogue.</summary>
    private const string Clothes = "clothing outerwear footwear";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.Recommend, Agents.Intents.SimilarProducts, Agents.Intents.Accessories];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var (intent, ask) = (context.Ask.Intent, context.Request.Ask);
        if (intent == Agents.Intents.Recommend && FindProductsSkill.AsksForAnOrder(ask))
            return await new FindProductsSkill(finder).Run(context, cancellationToken);
        if (Why().IsMatch(ask) && await finder.Listed(context, MostExplained, cancellationToken) is { Count: > 0 } shown)
            return await Explain(context, shown, cancellationToken);
        var anchors = intent == Agents.Intents.Recommend ? [] : await finder.Find(context, cancellationToken);
        if (intent != Agents.Intents.Recommend && anchors.Count == 0)
            return SkillResult.Ask(context.Open("product", context.Say("like_what"), choices: await finder.Choices(context, cancellationToken)));
        return await Recommend(context, anchors.Count > 0 ? anchors[0] : null, cancellationToken);
    }

    /// <summary>True for "something else": what was shown is not wanted again.</summary>
    internal static bool AsksForOthers(string ask) => Else().IsMatch(ask);

    /// <summary>Recommends, starting from a product where one was named.</summary>
    internal async Task<SkillResult> Recommend(SkillContext context, Product? anchor, CancellationToken cancellationToken)
    {
        var (intent, slots) = (context.Ask.Intent, context.Slots);
        var cheaper = intent == Agents.Intents.SimilarProducts && Cheaper().IsMatch(context.Ask.Ask);
        var without = Without().Match(context.Request.Ask) is { Success: true } left ? left.Groups["what"].Value.Trim() : null;
        var listed = Else().IsMatch(context.Request.Ask) ? (await finder.Listed(context, MostExplained, cancellationToken)).Select(product => product.Id).ToArray() : [];
        var query = intent != Agents.Intents.Recommend ? null : Wear().IsMatch(context.Request.Ask) ? Clothes
            : slots.Category ?? slots.Products?.Select(mention => mention.Text).FirstOrDefault() ?? await finder.Narrowed(context, cancellationToken);
        // "A birthday present" names no goods.
        if (query is not null && (IsLeftOut(query, without) || !await finder.Fits(query, cancellationToken)))
            query = null;
        var result = await context.Use("recommend_products", new
        {
            query,
            max_price = slots.MaxPrice?.Amount,
            min_price = slots.MinPrice?.Amount,
            options = slots.Options,
            similar_to = intent == Agents.Intents.SimilarProducts && !cheaper ? anchor?.Id : null,
            cheaper_than = cheaper ? anchor?.Id : null,
            goes_with = intent == Agents.Intents.Accessories ? anchor?.Id : null,
            gift = Gift().IsMatch(context.Message.Text) ? true : (bool?)null,
            exclude = listed.Length > 0 ? listed : null,
            without,
            limit = Shown,
        }.Present(), cancellationToken);
        if (result.Data is not RecommendationList list)
            return SkillResult.Declined(context.Say("refused", new { result.Text }), result.Text);
        if (list.Items.Count == 0)
            return SkillResult.Done(context.Say("nothing_to_recommend", new { list.Notes }));
        var reply = context.Say(anchor is null ? "recommended" : cheaper ? "cheaper" : intent == Agents.Intents.Accessories ? "goes_with" : "similar", new
        {
            anchor = anchor?.Name,
            list.Notes,
            items = list.Items.Select(item => new { item.Name, options = ProductWords.Options(item.Options), item.Price, reasons = item.Reasons.Take(2) }),
        });
        return SkillResult.Done(reply) with
        {
            Focus = context.Focus with { ProductId = list.Items.Count == 1 ? list.Items[0].ProductId : null, Listed = [.. list.Items.Select(item => item.ProductId)], ListedKind = "product" },
        };
    }

    /// <summary>The evidence for one of the products that were shown, all of it.</summary>
    private static async Task<SkillResult> Explain(SkillContext context, IReadOnlyList<Product> shown, CancellationToken cancellationToken)
    {
        var place = context.Slots.Ordinals is [var ordinal, ..] ? ordinal : 1;
        var product = shown.ElementAtOrDefault(place < 0 ? shown.Count + place : place - 1) ?? shown[0];
        var others = shown.Where(other => other.Id != product.Id).Select(other => other.Id).ToArray();
        var result = await context.Use("recommend_products", new { query = product.Name, exclude = others, limit = MostExplained }, cancellationToken);
        var item = (result.Data as RecommendationList)?.Items.FirstOrDefault(found => found.ProductId == product.Id);
        return SkillResult.Done(context.Say("why", new { product.Name, reasons = item?.Reasons })) with { Focus = context.Focus with { ProductId = product.Id } };
    }

    [GeneratedRegex(@"\b(cheap|cheaper|less expensive|lower price|costs? less|for less|affordable|too (?:expensive|dear|pricey))", RegexOptions.IgnoreCase)]
    private static partial Regex Cheaper();

    [GeneratedRegex(@"\b(gift|present|birthday|christmas|for (my|a) (wife|husband|mom|mum|mother|dad|father|friend|son|daughter|brother|sister|boss|colleague|girlfriend|boyfriend|partner|grand\w+|aunt|uncle))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Gift();

    private static bool IsLeftOut(string query, string? without) => without is not null && without.Contains(query, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\b(to wear|clothes|clothing|outfit|apparel)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Wear();

    [GeneratedRegex(@"\bwhy\b", RegexOptions.IgnoreCase)]
    private static partial Regex Why();

    [GeneratedRegex(@"\b(something|anything|what) else\b|\bother (ones|things|suggestions|ideas|products)\b|\bdon'?t (like|want) (those|these|them|any)\b|\balready (have|own) (it|that|those|these|them)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Else();

    [GeneratedRegex(@"\b(?:but (?:no|not|nothing with)|except(?: for)?|without|other than|apart from)\s+(?<what>[\p{L}][\p{L}' -]{1,40})", RegexOptions.IgnoreCase)]
    private static partial Regex Without();
}
