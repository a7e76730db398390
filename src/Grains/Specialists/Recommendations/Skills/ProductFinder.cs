using System.Text.RegularExpressions;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Recommendations.Search;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations.Skills;

/// <summary>Which products a customer speaks of: named, picked from a list, or "it".</summary>
public sealed partial class ProductFinder(ICatalogStore catalog, CatalogIndexCache indexes)
{
    private const string Prefix = "product:";

    /// <summary>How much of the words a product must cover to be meant by them, and by how much it must lead.</summary>
    private const double LeastShare = 0.6;
    private const int MostChoices = 6;

    /// <summary>The products that are surely meant, in the order they were named; empty when none is.</summary>
    public async Task<IReadOnlyList<Product>> Find(SkillContext context, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        if (context.Message.Choice is { } choice && choice.StartsWith(Prefix, StringComparison.Ordinal))
            ids.Add(choice[Prefix.Length..]);
        ids.AddRange((context.Slots.Products ?? []).Concat(context.Resuming is null ? [] : context.Ask.Slots.Products ?? []).Select(mention => mention.ProductId).OfType<string>());
        if (ids.Count == 0 && context.Focus is { ListedKind: "product", Listed: { Count: > 0 } listed })
            ids.AddRange((context.Slots.Ordinals ?? []).Select(ordinal => listed.ElementAtOrDefault(ordinal < 0 ? listed.Count + ordinal : ordinal - 1)).OfType<string>());
        if (ids.Count == 0)
            ids.AddRange((await Meant(context, cancellationToken)).Take(1).Select(product => product.Id));
        if (ids.Count == 0 && !NamesSomething(context) && context.Focus.ProductId is { } spokenOf)
            ids.Add(spokenOf);
        var found = new List<Product>();
        foreach (var id in ids.Distinct())
        {
            if (await catalog.Find(id, cancellationToken) is { } product)
                found.Add(product);
        }
        return found;
    }

    /// <summary>Products that the words could mean, best first, as answers to "which one?".</summary>
    public async Task<IReadOnlyList<Choice>> Choices(SkillContext context, CancellationToken cancellationToken) =>
        [.. (await indexes.Index(cancellationToken)).Search(Named(context)).Take(MostChoices).Select(hit => new Choice { Id = Prefix + hit.Product.Id, Label = hit.Product.Name })];

    /// <summary>Products that a word of the ask names and that no other product has in its name: "the Duo".</summary>
    public async Task<IReadOnlyList<Product>> ByUniqueName(SkillContext context, CancellationToken cancellationToken) =>
        (await indexes.Index(cancellationToken)).NamedBy(Capitalised().Matches(context.Request.Ask).Select(found => found.Value));

    /// <summary>True when the words fit something in the catalogue.</summary>
    public async Task<bool> Fits(string query, CancellationToken cancellationToken) =>
        (await indexes.Index(cancellationToken)).Matching(query) is { Count: > 0 };

    /// <summary>The products of the list that was shown last, when it was one of products.</summary>
    public async Task<IReadOnlyList<Product>> Listed(SkillContext context, int most, CancellationToken cancellationToken)
    {
        var found = new List<Product>();
        foreach (var id in context.Focus is { ListedKind: "product", Listed: { } listed } ? listed.Take(most) : [])
            found.AddRange(await catalog.Find(id, cancellationToken) is { } product ? [product] : []);
        return found;
    }

    /// <summary>
    /// What is looked for in the customer's words: the goods named; where a list is only narrowed down ("under 80"), the
    /// goods named before it; else the whole ask.
    /// </summary>
    public async Task<string> Query(SkillContext context, CancellationToken cancellationToken) =>
        NamesSomething(context) ? Named(context) : await Narrowed(context, cancellationToken) ?? context.Request.Ask;

    /// <summary>The goods of the customer's earlier words, when the ask only narrows a list of products down; else null.</summary>
    public async Task<string?> Narrowed(SkillContext context, CancellationToken cancellationToken)
    {
        var index = await indexes.Index(cancellationToken);
        var narrows = context.Slots is { MaxPrice: not null } or { MinPrice: not null } or { Options: not null };
        if (!narrows || context.Focus is not { ListedKind: "product" } || index.GoodsIn(context.Request.Ask).Length > 0)
            return null;
        return context.Task.Recent.Reverse().Where(item => item.Role == "customer").Select(item => index.GoodsIn(item.Text)).FirstOrDefault(goods => goods.Length > 0);
    }

    private static string Named(SkillContext context)
    {
        var named = (context.Slots.Products ?? []).Select(mention => mention.Text).Append(context.Slots.Category).Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
        return named.Count > 0 ? string.Join(' ', named) : context.Request.Ask;
    }

    /// <summary>A product whose name covers the words clearly better than any other.</summary>
    private async Task<IReadOnlyList<Product>> Meant(SkillContext context, CancellationToken cancellationToken)
    {
        if (!NamesSomething(context))
            return [];
        var hits = (await indexes.Index(cancellationToken)).Search(Named(context));
        return hits is [var best, ..] && best.Share >= LeastShare && (hits.Count == 1 || best.Score > hits[1].Score * 1.15) ? [best.Product] : [];
    }

    private static bool NamesSomething(SkillContext context) => context.Slots.Products is { Count: > 0 } || context.Slots.Category is not null;

    [GeneratedRegex(@"(?<=\s)\p{Lu}[\p{L}\d]{2,}")]
    private static partial Regex Capitalised();
}
