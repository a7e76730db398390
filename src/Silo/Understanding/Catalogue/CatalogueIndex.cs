using SupportAgents.Shop;
using SupportAgents.Silo.Understanding.Slots;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Catalogue;

/// <summary>
/// Finds products and option values of one catalogue in messages. It is built once for each list of products, so that
/// a message costs a few look-ups for each of its words.
/// </summary>
internal sealed class CatalogueIndex
{
    private readonly Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal);
    private readonly List<CatalogueProduct> products = [];
    private readonly SpellingIndex spelling;
    private readonly OptionIndex options;
    private readonly ProductMatcher matcher;

    /// <summary>Indexes a catalogue.</summary>
    /// <param name="catalogue">The products.</param>
    /// <param name="isCommon">Whether a word is everyday language, which names a product only together with others.</param>
    public CatalogueIndex(IReadOnlyList<Product> catalogue, Func<string, bool> isCommon)
    {
        foreach (var product in catalogue)
            Add(new CatalogueProduct(product));
        spelling = new SpellingIndex(byWord.OrderByDescending(word => word.Value.Count).Select(word => word.Key));
        options = new OptionIndex(catalogue);
        matcher = new ProductMatcher(products, byWord, isCommon);
    }

    /// <summary>A catalogue without products.</summary>
    public static CatalogueIndex Empty { get; } = new([], _ => true);

    /// <summary>Products that are mentioned, by their names, parts of them, their brand or a misspelling.</summary>
    public IEnumerable<Entity> FindProducts(Token[] tokens, bool[] taken, OwnOrders orders)
    {
        if (products.Count == 0)
            return [];
        var words = new string[tokens.Length];
        for (var i = 0; i < words.Length; i++)
            words[i] = taken[i] || tokens[i].IsPunctuation ? "" : WordOf(tokens[i].Text);
        return matcher.Find(tokens, words, orders);
    }

    /// <summary>Option values that are mentioned.</summary>
    public IEnumerable<Entity> FindOptions(Token[] tokens, bool[] taken) => options.Find(tokens, taken);

    /// <summary>The form in which words of names are compared: singular, no hyphens.</summary>
    public static string Normal(string word) => Letters.Joined(Letters.Stem(word));

    private string WordOf(string token)
    {
        var word = Normal(token);
        if (byWord.ContainsKey(word) || matcher.IsCommon(token) || matcher.IsCommon(word))
            return word;
        return spelling.Correct(word) ?? word;
    }

    private void Add(CatalogueProduct product)
    {
        var index = products.Count;
        products.Add(product);
        foreach (var word in product.Words.Concat(product.Brand).Concat(Compounds(product)).Distinct())
        {
            if (!byWord.TryGetValue(word, out var holders))
                byWord[word] = holders = [];
            holders.Add(index);
        }
    }

    /// <summary>Two neighbours written as one: "smartwatch" for "Smart Watch".</summary>
    private static IEnumerable<string> Compounds(CatalogueProduct product) =>
        product.Words.Zip(product.Words.Skip(1), (first, second) => first + second);
}
