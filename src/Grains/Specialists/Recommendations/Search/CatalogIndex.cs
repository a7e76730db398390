using System.Buffers;
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
            .Select(hit => new CatalogHit(Products[hit.Number], hit.Score + Bonus(_nameKeys[hit.Number], whole), hit.Share / scores.Total))
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Product.Name, StringComparer.Ordinal).ThenBy(hit => hit.Product.Id, StringComparer.Ordinal)];
    }

    /// <summary>The ids of what <see cref="Search"/> finds, in no order; null when the query has no meaningful word.</summary>
    public IReadOnlySet<string>? Matching(string? query) =>
        Score(query)?.Fitting.Select(hit => Products[hit.Number].Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>The products that alone have one of these words in their names, in the order of the words.</summary>
    public IReadOnlyList<Product> NamedBy(IEnumerable<string> words) => [.. words.SelectMany(Words.Of)
        .Select(word => _postings.TryGetValue(word, out var postings) ? postings.FindAll(posting => posting.Weight >= NameWeight) : [])
        .Where(named => named.Count == 1).Select(named => Products[named[0].Product]).Distinct()];

    /// <summary>Of a sentence, the words that stand in names, brands and categories: what goods it speaks of. Empty when it names none.</summary>
    public string GoodsIn(string? sentence) => string.Join(' ', Words.Of(sentence).Where(word =>
        _postings.TryGetValue(word, out var postings) && postings.Exists(posting => posting.Weight >= BrandWeight)).Distinct(StringComparer.Ordinal));

    /// <summary>What fits, by its place in the catalogue, and how much a product that has the whole query would have of it.</summary>
    private (List<(int Number, double Score, double Share)> Fitting, double Total)? Score(string? query)
    {
        var words = Words.Of(query).Distinct(StringComparer.Ordinal).Take(24).ToArray();
        if (words.Length == 0)
            return null;
        // A common word is in half the catalogue: an array for all of it costs less than a dictionary for that half.
        var scores = ArrayPool<Found>.Shared.Rent(Math.Max(1, Products.Count));
        scores.AsSpan(0, Products.Count).Clear();
        var total = 0.0;
        for (var word = 0; word < words.Length; word++)
            total += Weigh(words[word], word + 1, scores);
        var least = 0.0;
        foreach (ref readonly var found in scores.AsSpan(0, Products.Count))
            least = Math.Max(least, found.Share * LeastShare);
        var fitting = new List<(int Number, double Score, double Share)>();
        for (var number = 0; number < Products.Count && least > 0; number++)
        {
            if (scores[number].Share >= least)
                fitting.Add((number, scores[number].Score, scores[number].Share));
        }
        ArrayPool<Found>.Shared.Return(scores);
        return (fitting, total);
    }

    private double Weigh(string word, int place, Found[] scores)
    {
        var meanings = _vocabulary.Meanings(word);
        var rarest = meanings.Aggregate(Rarity(1), (least, meaning) => Math.Min(least, Rarity(_postings[meaning.Word].Count)));
        foreach (var (known, sureness) in meanings)
        {
            foreach (var posting in _postings[known])
            {
                ref var found = ref scores[posting.Product];
                var weight = sureness * posting.Weight;
                // Of several meanings of a word the best counts.
                var before = found.Word == place ? found.Weight : 0;
                found.Share += found.Word == place ? 0 : rarest;
                found.Score += rarest * Math.Max(0, weight - before);
                (found.Word, found.Weight) = (place, Math.Max(weight, before));
            }
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

    /// <summary>What a product has of the query so far, and of the word that is looked for now.</summary>
    private struct Found
    {
        public double Score;
        public double Share;
        public double Weight;
        public int Word;
    }
}

/// <summary>A product that fits a query.</summary>
/// <param name="Product">The product.</param>
/// <param name="Score">Comparable within one search.</param>
/// <param name="Share">How much of the query it has, from 0 to 1, rare words counting more.</param>
public sealed record CatalogHit(Product Product, double Score, double Share);
