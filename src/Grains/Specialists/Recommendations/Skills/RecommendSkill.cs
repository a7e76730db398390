using System.Text.RegularExpressions;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Specialists.Recommendations.Skills;

/// <summary>Recommendations with their reasons: for this customer, similar to something, to go with something, as a gift.</summary>
public sealed partial class RecommendSkill(ProductFinder finder) : ISkill
{
    private const int Shown = 4;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.Recommend, Agents.Intents.SimilarProducts, Agents.Intents.Accessories];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var (intent, slots) = (context.Ask.Intent, context.Slots);
        var anchors = intent == Agents.Intents.Recommend ? [] : await finder.Find(context, cancellationToken);
        if (intent != Agents.Intents.Recommend && anchors.Count == 0)
            return SkillResult.Ask(context.Open("product", context.Say("like_what"), choices: await finder.Choices(context, cancellationToken)));
        var anchor = anchors.Count > 0 ? anchors[0] : null;
        var cheaper = intent == Agents.Intents.SimilarProducts && Cheaper().IsMatch(context.Ask.Ask);
        var result = await context.Use("recommend_products", new
        {
            query = intent == Agents.Intents.Recommend ? slots.Category ?? slots.Products?.Select(mention => mention.Text).FirstOrDefault() : null,
            max_price = slots.MaxPrice?.Amount,
            min_price = slots.MinPrice?.Amount,
            options = slots.Options,
            similar_to = intent == Agents.Intents.SimilarProducts && !cheaper ? anchor?.Id : null,
            cheaper_than = cheaper ? anchor?.Id : null,
            goes_with = intent == Agents.Intents.Accessories ? anchor?.Id : null,
            gift = Gift().IsMatch(context.Message.Text) ? true : (bool?)null,
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

    [GeneratedRegex(@"\b(cheap|cheaper|less expensive|lower price|costs? less|affordable)", RegexOptions.IgnoreCase)]
    private static partial Regex Cheaper();

    [GeneratedRegex(@"\b(gift|present|birthday|christmas|for (my|a) (wife|husband|mom|mum|mother|dad|father|friend|son|daughter|brother|sister|boss|colleague|girlfriend|boyfriend|partner|grand\w+|aunt|uncle))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Gift();
}
