using SupportAgents.Shop;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Catalogue;

/// <summary>A product with the words that it can be called by.</summary>
internal sealed record CatalogueProduct
{
    /// <summary>Words that say little in a product's name.</summary>
    private static readonly HashSet<string> Fillers = ["the", "a", "an", "for", "with", "of", "and", "in", "to", "by", "your", "set", "kit", "pack", "pro", "plus"];

    /// <summary>Takes the words of a product's name and brand.</summary>
    public CatalogueProduct(Product product)
    {
        Product = product;
        Words = [.. Tokenizer.Tokenize(product.Name).Where(token => !token.IsPunctuation)
            .Select(token => CatalogueIndex.Normal(token.Text)).Where(word => word.Length > 0)];
        Head = Words.LastOrDefault(word => !Fillers.Contains(word)) ?? (Words.Count > 0 ? Words[^1] : "");
        Brand = product.Brand is null ? [] : [.. Tokenizer.Tokenize(product.Brand).Select(token => CatalogueIndex.Normal(token.Text))];
    }

    /// <summary>The product.</summary>
    public Product Product { get; }

    /// <summary>Words of its name in their order, in the form in which they are compared.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The word that says what it is: "kettle" of "Electric Kettle".</summary>
    public string Head { get; }

    /// <summary>Words of its brand.</summary>
    public IReadOnlyList<string> Brand { get; }

    /// <summary>Whether a word of a name says nothing by itself.</summary>
    public static bool IsFiller(string word) => Fillers.Contains(word);
}
