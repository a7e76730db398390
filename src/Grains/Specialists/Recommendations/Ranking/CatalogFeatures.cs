using System.Collections;
using System.Globalization;
using SupportAgents.Grains.Specialists.Recommendations.Search;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations.Ranking;

/// <summary>
/// What each product of a snapshot is like, as a vector of length 1: category, brand, words of the name, words of the
/// description, option values and price band, each by its own weight and by how rare it is. The likeness of two
/// products is the cosine of their vectors.
/// </summary>
public sealed class CatalogFeatures
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ids;
    private readonly int[] _starts;
    private readonly int[] _features;
    private readonly float[] _weights;
    private readonly List<int>[] _products;

    /// <summary>Computes the vectors.</summary>
    public CatalogFeatures(IReadOnlyList<Product> products)
    {
        Products = products;
        _ids = products.Select((product, number) => (product.Id, number)).ToDictionary(pair => pair.Id, pair => pair.number, StringComparer.Ordinal);
        _starts = new int[products.Count + 1];
        var features = new List<int>();
        var weights = new List<float>();
        var holders = new List<List<int>>();
        for (var number = 0; number < products.Count; number++)
        {
            foreach (var (name, weight) in ContentOf(products[number]))
            {
                if (!_numbers.TryGetValue(name, out var feature))
                {
                    _numbers[name] = feature = holders.Count;
                    holders.Add([]);
                }
                holders[feature].Add(number);
                features.Add(feature);
                weights.Add(weight);
            }
            _starts[number + 1] = features.Count;
        }
        (_features, _weights, _products) = ([.. features], [.. weights], [.. holders]);
        for (var number = 0; number < products.Count; number++)
            Normalise(number);
    }

    /// <summary>The snapshot.</summary>
    public IReadOnlyList<Product> Products { get; }

    /// <summary>How many different features there are.</summary>
    public int FeatureCount => _numbers.Count;

    /// <summary>A product's place in <see cref="Products"/>, or null.</summary>
    public int? NumberOf(string productId) => _ids.TryGetValue(productId, out var number) ? number : null;

    /// <summary>From 0 to 1: how alike two products are.</summary>
    public double Likeness(int left, int right)
    {
        var sum = 0f;
        for (var i = _starts[left]; i < _starts[left + 1]; i++)
        {
            var at = Array.IndexOf(_features, _features[i], _starts[right], _starts[right + 1] - _starts[right]);
            if (at >= 0)
                sum += _weights[i] * _weights[at];
        }
        return Math.Min(1, sum);
    }

    /// <summary>Adds a product's vector to a profile of <see cref="FeatureCount"/> numbers.</summary>
    public void AddTo(Span<float> profile, int product, double weight)
    {
        for (var i = _starts[product]; i < _starts[product + 1]; i++)
            profile[_features[i]] += (float)weight * _weights[i];
    }

    /// <summary>The product of a profile and a product's vector.</summary>
    public float Dot(ReadOnlySpan<float> profile, int product)
    {
        var sum = 0f;
        for (var i = _starts[product]; i < _starts[product + 1]; i++)
            sum += profile[_features[i]] * _weights[i];
        return sum;
    }

    /// <summary>
    /// Products that are what a phrase says: of that category or brand, or with all its words in name, category or brand;
    /// with <paramref name="anywhere"/> also those that come in it or whose description has the words.
    /// </summary>
    public BitArray Matching(string phrase, bool anywhere)
    {
        var found = new BitArray(Products.Count);
        var key = Words.Key(phrase);
        var words = Words.Of(phrase).ToArray();
        Mark(found, Holders($"c:{key}"));
        Mark(found, Holders($"b:{key}"));
        Mark(found, HoldersOfAll("w:", words));
        if (anywhere)
        {
            Mark(found, Holders($"v:{key}"));
            Mark(found, HoldersOfAll("d:", words));
        }
        return found;
    }

    private static void Mark(BitArray found, IEnumerable<int> products)
    {
        foreach (var number in products)
            found[number] = true;
    }

    private List<int> Holders(string feature) => _numbers.TryGetValue(feature, out var number) ? _products[number] : [];

    private IEnumerable<int> HoldersOfAll(string prefix, string[] words) =>
        words.Length == 0 ? [] : words.Select(word => (IEnumerable<int>)Holders(prefix + word)).Aggregate((left, right) => left.Intersect(right));

    private void Normalise(int number)
    {
        var squares = 0.0;
        for (var i = _starts[number]; i < _starts[number + 1]; i++)
        {
            _weights[i] *= (float)Math.Log(1 + (double)Products.Count / _products[_features[i]].Count);
            squares += _weights[i] * _weights[i];
        }
        var length = (float)Math.Sqrt(squares);
        for (var i = _starts[number]; i < _starts[number + 1] && length > 0; i++)
            _weights[i] /= length;
    }

    private static Dictionary<string, float> ContentOf(Product product)
    {
        var content = new Dictionary<string, float>(StringComparer.Ordinal);
        void Add(string name, float weight) => content[name] = Math.Max(weight, content.GetValueOrDefault(name));
        if (!string.IsNullOrWhiteSpace(product.Category))
            Add($"c:{Words.Key(product.Category)}", 1.2f);
        if (!string.IsNullOrWhiteSpace(product.Brand))
            Add($"b:{Words.Key(product.Brand)}", 0.7f);
        foreach (var word in Words.Of(product.Name))
            Add($"w:{word}", 1);
        foreach (var word in Words.Of(product.Category).Concat(Words.Of(product.Brand)))
            Add($"w:{word}", 0.3f);
        foreach (var word in Words.Of(product.Description))
            Add($"d:{word}", 0.3f);
        foreach (var value in product.Variants.SelectMany(variant => variant.Options.Values))
            Add($"v:{Words.Key(value)}", 0.2f);
        if (product.Variants.Count > 0)
            Add(string.Create(CultureInfo.InvariantCulture, $"p:{PriceBand(product)}"), 0.3f);
        return content;
    }

    /// <summary>Prices that are within about a third of each other share a band.</summary>
    private static int PriceBand(Product product) => (int)Math.Round(Math.Log2(1 + product.Variants.Min(variant => variant.Price).Cents / 100.0) * 1.5);
}
