using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations.Search;

/// <summary>
/// Word search over one snapshot of the catalogue: name, brand, category, option values and description, with misspelt
/// and unfinished words forgiven. A rarer word counts more, and so does a word of the name.
/// </summary>
public sealed class CatalogIndex
{
    private const float NameWeight = 3, BrandWeight = 2.5f, CategoryWeight = 2.5f, OptionWeight = 1.5f, TextWeight = 1;

    /// <summary>Of the best hit's share of the query, how much another hit must have.</summary>
    private const double LeastShare = 0.6;
    private readonly Dictionary<string, List<Posting>> _postings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Product> _byId;
    private readonly Vocabulary _vocabulary;
    private readonly string[] _nameKeys;

    /// <summary>Indexes the products.</summary>
    public CatalogIndex(IReadOnlyList<Product> products)
    {
        Products = products;
        _byId = products.ToDictionary(product => product.Id, StringComparer.Ordinal);
        for (var number = 0; number < products.Count; number++)
        {
            foreach (var (word, weight) in Fields(products[number]))
                Add(word, number, weight);
        }
        _vocabulary = new Vocabulary(_postings.Keys);
        _nameKeys = [.. products.Select(product => Words.Key(product.Name))];
    }

    /// <summary>The snapshot, in the store's order.</summary>
    public IReadOnlyList<Product> Products { get; }

    /// <summary>The product with that exact id, or null.</summary>
    public Product? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>
    /// Products that fit the words, best first; a query without a meaningful word fits everything, in the catalogue's
    /// order. Products that have much less of the query than the best one are left out.
    /// </summary>
    public IReadOnlyList<CatalogHit> Search(string? query)
    {
        if (Score(query) is not { } scores)
            return [.. Products.Select(product => new CatalogHit(product, 0, 1))];
        var whole = Words.Key(query);
        return [.. scores.Fitting
            .Select(hit => new CatalogHit(Products[hit.Key], hit.Value.Score + Bonus(_nameKeys[hit.Key], whole), hit.Value.Share / scores.Total))
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Product.Name, StringComparer.Ordinal).ThenBy(hit => hit.Product.Id, StringComparer.Ordinal)];
    }

    /// <summary>The ids of what <see cref="Search"/> finds, in no order; null when the query has no meaningful word.</summary>
    public IReadOnlySet<string>? Matching(string? query) =>
        Score(query)?.Fitting.Select(hit => Products[hit.Key].Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>The products that alone have one of these words in their names, in the order of the words.</summary>
    public IReadOnlyList<Product> NamedBy(IEnumerable<string> words) => [.. words.SelectMany(Words.Of)
        .Select(word => _postings.TryGetValue(word, out var postings) ? postings.FindAll(posting => posting.Weight >= NameWeight) : [])
        .Where(named => named.Count == 1).Select(named => Products[named[0].Product]).Distinct()];

    /// <summary>Of a sentence, the words that stand in names, brands and categories: what goods it speaks of. Empty when it names none.</summary>
    public string GoodsIn(string? sentence) => string.Join(' ', Words.Of(sentence).Where(word =>
        _postings.TryGetValue(word, out var postings) && postings.Exists(posting => posting.Weight >= BrandWeight)).Distinct(StringComparer.Ordinal));

    /// <summary>Scores of what fits, and how much a product that has the whole query would have of it.</summary>
    private (IEnumerable<KeyValuePair<int, (double Score, double Share)>> Fitting, double Total)? Score(string? query)
    {
        var words = Words.Of(query).Distinct(StringComparer.Ordinal).Take(24).ToArray();
        if (words.Length == 0)
            return null;
        var scores = new Dictionary<int, (double Score, double Share)>();
        var total = 0.0;
        foreach (var word in words)
            total += Weigh(word, scores);
        var least = scores.Count == 0 ? 0 : scores.Values.Max(hit => hit.Share) * LeastShare;
        return (scores.Where(hit => hit.Value.Share >= least), total);
    }

    private double Weigh(string word, Dictionary<int, (double Score, double Share)> scores)
    {
        var meanings = _vocabulary.Meanings(word);
        var found = new Dictionary<int, double>();
        var rarest = Rarity(1);
        foreach (var (known, sureness) in meanings)
        {
            var postings = _postings[known];
            rarest = Math.Min(rarest, Rarity(postings.Count));
            foreach (var posting in postings)
                found[posting.Product] = Math.Max(found.GetValueOrDefault(posting.Product), sureness * posting.Weight);
        }
        foreach (var (product, weight) in found)
        {
            var (score, share) = scores.GetValueOrDefault(product);
            scores[product] = (score + rarest * weight, share + rarest);
        }
        return rarest;
    }

    private double Rarity(int products) => Math.Log(1 + (double)Products.Count / products);

    private static double Bonus(string name, string query) => name == query ? 20 : query.Contains(name, StringComparison.Ordinal) ? 5 : 0;

    private static IEnumerable<(string Word, float Weight)> Fields(Product product) =>
        Words.Of(product.Name).Select(word => (word, NameWeight))
            .Concat(Words.Of(product.Brand).Select(word => (word, BrandWeight)))
            .Concat(Words.Of(product.Category).Select(word => (word, CategoryWeight)))
            .Concat(product.Variants.SelectMany(variant => variant.Options).SelectMany(option => Words.Of(option.Value)).Select(word => (word, OptionWeight)))
            .Concat(Words.Of(product.Description).Select(word => (word, TextWeight)));

    private void Add(string word, int product, float weight)
    {
        if (!_postings.TryGetValue(word, out var list))
            _postings[word] = list = [];
        if (list.Count == 0 || list[^1].Product != product)
            list.Add(new Posting(product, weight));
        else if (list[^1].Weight < weight)
            list[^1] = new Posting(product, weight);
    }

    private readonly record struct Posting(int Product, float Weight);
}

/// <summary>A product that fits a query.</summary>
/// <param name="Product">The product.</param>
/// <param name="Score">Comparable within one search.</param>
/// <param name="Share">How much of the query it has, from 0 to 1, rare words counting more.</param>
public sealed record CatalogHit(Product Product, double Score, double Share);
