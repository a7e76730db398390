using SupportAgents.Silo.Understanding.Slots;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Catalogue;

/// <summary>Decides which products a run of words names.</summary>
internal sealed class ProductMatcher(IReadOnlyList<CatalogueProduct> products, Dictionary<string, List<int>> byWord, Func<string, bool> isCommon)
{
    private const int LongestName = 9;
    private const double HeadBonus = 0.35;
    private const double OwnBonus = 0.25;
    private const double EnoughOfName = 0.6;

    /// <summary>Whether a word is everyday language.</summary>
    public bool IsCommon(string word) => isCommon(word);

    /// <summary>The mentions, from the left.</summary>
    public IEnumerable<Entity> Find(Token[] tokens, string[] words, OwnOrders orders)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var length = RunLength(words, i);
            while (length > 0)
            {
                if (Best(tokens, words, i, length, orders) is { } match)
                {
                    yield return new Entity(EntityKind.Product, i, i + length - 1, match);
                    i += length - 1;
                    break;
                }
                length--;
            }
        }
    }

    /// <summary>How many words from here on occur in names; fillers inside a name are passed over.</summary>
    private int RunLength(string[] words, int first)
    {
        if (!IsNameWord(words, first) || CatalogueProduct.IsFiller(words[first]))
            return 0;
        var last = first;
        for (var i = first + 1; i < words.Length && i - first < LongestName && IsNameWord(words, i); i++)
            last = i;
        return last - first + 1;
    }

    private bool IsNameWord(string[] words, int i) =>
        words[i].Length > 0 && (byWord.ContainsKey(words[i]) || IsCompound(words, i) || i > 0 && IsCompound(words, i - 1));

    /// <summary>Whether a word and the next are one in a name: "ear buds".</summary>
    private bool IsCompound(string[] words, int i) =>
        i + 1 < words.Length && words[i].Length > 0 && words[i + 1].Length > 0 && byWord.ContainsKey(words[i] + words[i + 1]);

    private ProductMatch? Best(Token[] tokens, string[] words, int first, int length, OwnOrders orders)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        for (var i = first; i < first + length; i++)
        {
            said.Add(words[i]);
            if (i + 1 < first + length)
                said.Add(words[i] + words[i + 1]);
        }
        var candidates = said.Where(byWord.ContainsKey).SelectMany(word => byWord[word]).Distinct()
            .Select(index => (Product: products[index], Score: Score(products[index], said, words[first + length - 1])))
            .Where(candidate => candidate.Score > 0 && AllUsed(candidate.Product, words, first, length))
            .Select(candidate => (candidate.Product, Score: candidate.Score + (orders.Holds(candidate.Product.Product.Id) ? OwnBonus : 0)))
            .OrderByDescending(candidate => candidate.Score).Take(2).ToList();
        if (candidates.Count == 0 || !IsNamed(candidates[0].Product, said, tokens, first, length))
            return null;
        var tied = candidates.Count > 1 && candidates[0].Score - candidates[1].Score < 0.1;
        return new ProductMatch(tied ? null : candidates[0].Product.Product);
    }

    /// <summary>Every word of the run must be the product's: a longer run fits no product, a shorter one may.</summary>
    private static bool AllUsed(CatalogueProduct product, string[] words, int first, int length)
    {
        for (var i = first; i < first + length; i++)
        {
            var word = words[i];
            var used = product.Words.Contains(word) || product.Brand.Contains(word) || CatalogueProduct.IsFiller(word)
                || HasCompound(product, word) || i + 1 < first + length && Contains(product, word + words[i + 1])
                || i > first && Contains(product, words[i - 1] + word);
            if (!used)
                return false;
        }
        return true;
    }

    private static bool Contains(CatalogueProduct product, string word) => product.Words.Contains(word) || product.Brand.Contains(word);

    private static bool HasCompound(CatalogueProduct product, string word)
    {
        for (var i = 0; i + 1 < product.Words.Count; i++)
        {
            if (word.Length == product.Words[i].Length + product.Words[i + 1].Length && product.Words[i] + product.Words[i + 1] == word)
                return true;
        }
        return false;
    }

    private double Score(CatalogueProduct product, HashSet<string> said, string lastWord)
    {
        double total = 0, found = 0;
        for (var i = 0; i < product.Words.Count; i++)
        {
            var word = product.Words[i];
            var weight = Weight(word);
            total += weight;
            var hit = said.Contains(word)
                || i + 1 < product.Words.Count && said.Contains(word + product.Words[i + 1])
                || i > 0 && said.Contains(product.Words[i - 1] + word);
            found += hit ? weight : 0;
        }
        if (found == 0)
            return product.Brand.Any(said.Contains) ? 0.2 : 0;
        return found / total + (lastWord == product.Head ? HeadBonus : 0) + (product.Brand.Any(said.Contains) ? 0.1 : 0);
    }

    private double Weight(string word) =>
        CatalogueProduct.IsFiller(word) ? 0.1 : 1 + Math.Log((1.0 + products.Count) / (1 + (byWord.TryGetValue(word, out var holders) ? holders.Count : 0)));

    /// <summary>Whether the words are enough of the name: most of it, its head as a noun, or a word that nothing else has.</summary>
    private bool IsNamed(CatalogueProduct product, HashSet<string> said, Token[] tokens, int first, int length)
    {
        if (Score(product, said, "") >= EnoughOfName && (length > 1 || product.Words.Count > 1 || IsNoun(tokens, first)))
            return true;
        if (said.Contains(product.Head) || HasSaidHead(product, said))
            return length > 1 || IsNoun(tokens, first);
        return said.Any(word => !isCommon(word) && word.Length > 3 && (product.Words.Contains(word) || product.Brand.Contains(word)));
    }

    private static bool HasSaidHead(CatalogueProduct product, HashSet<string> said) =>
        product.Words.Count > 1 && said.Contains(product.Words[^2] + product.Words[^1]);

    /// <summary>Whether one common word stands where a thing is named: "the light" is a thing, "light up" is none.</summary>
    private static bool IsNoun(Token[] tokens, int at)
    {
        var word = tokens[at].Text;
        if (!Ambiguous.Contains(CatalogueIndex.Normal(word)) || word.EndsWith('s') && word is not "times" and not "works")
            return true;
        var before = at > 0 ? tokens[at - 1].Text : "";
        return before is "the" or "a" or "an" or "my" or "this" or "that" or "new" or "our" or "your" or "his" or "her";
    }

    /// <summary>Words that name things and are as often something else.</summary>
    private static readonly HashSet<string> Ambiguous =
        ["light", "watch", "book", "order", "card", "case", "stand", "set", "kit", "pack", "system", "device", "guide", "tool", "box", "time", "cover", "charge", "track", "return", "clock", "match", "spray", "safe", "bar", "lock", "ring", "play"];
}
