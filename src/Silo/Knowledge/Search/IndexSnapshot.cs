using SupportAgents.Knowledge;

namespace SupportAgents.Silo.Knowledge.Search;

/// <summary>
/// The index at one moment. It never changes, so searches need no lock and never wait for an update; the next update
/// makes another one that shares what stayed.
/// </summary>
internal sealed class IndexSnapshot
{
    private readonly IReadOnlyDictionary<string, IndexedDocument> _documents;
    private readonly Lazy<ILookup<string, IndexedDocument>> _byProduct;
    private readonly Lazy<SpellingCorrector> _speller;

    private IndexSnapshot(Vocabulary vocabulary, IReadOnlyList<Segment> segments, IReadOnlyDictionary<string, IndexedDocument> documents)
    {
        Vocabulary = vocabulary;
        Segments = segments;
        _documents = documents;
        SectionCount = segments.Sum(segment => segment.Sections.Length);
        MeanLength = SectionCount == 0 ? 1 : Math.Max(1, segments.Sum(segment => segment.Words) / (double)SectionCount);
        _byProduct = new(() => _documents.Values.Where(document => document.ProductId is not null).ToLookup(document => document.ProductId!));
        _speller = new(() => new SpellingCorrector(vocabulary.Terms()));
    }

    public Vocabulary Vocabulary { get; }
    public IReadOnlyList<Segment> Segments { get; }
    public int SectionCount { get; }
    public int DocumentCount => _documents.Count;
    public double MeanLength { get; }
    public SpellingCorrector Speller => _speller.Value;

    public static IndexSnapshot Empty(Vocabulary vocabulary) => new(vocabulary, [], new Dictionary<string, IndexedDocument>());

    /// <summary>False for a document that was replaced or removed and still stands in a segment.</summary>
    public bool IsCurrent(IndexedDocument document) => ReferenceEquals(_documents.GetValueOrDefault(document.Id), document);

    /// <summary>The documents of one product.</summary>
    public IEnumerable<IndexedDocument> OfProduct(string productId) => _byProduct.Value[productId];

    /// <summary>The number of sections that have a term.</summary>
    public int Frequency(int term)
    {
        var count = 0;
        foreach (var segment in Segments)
            count += segment.Find(term).Length;
        return count;
    }

    /// <summary>The number of documents that have a term in their title or product name.</summary>
    public int NameFrequency(int term) => Segments.Sum(segment => segment.FindNames(term).Count);

    /// <summary>How telling a term is: the rarer, the higher.</summary>
    public double Rarity(int term) => Rarity(Frequency(term), SectionCount);

    /// <summary>The BM25 weight of a term that <paramref name="frequency"/> of <paramref name="count"/> sections have.</summary>
    public static double Rarity(int frequency, int count) =>
        Math.Log(1 + ((Math.Max(count, frequency) - frequency + 0.5) / (frequency + 0.5)));

    /// <summary>The index after some documents were added or replaced and others removed.</summary>
    public IndexSnapshot With(IReadOnlyList<IndexedDocument> changed, IReadOnlyCollection<string> removed)
    {
        var documents = new Dictionary<string, IndexedDocument>(_documents, StringComparer.Ordinal);
        foreach (var id in removed)
            documents.Remove(id);
        foreach (var document in changed)
            documents[document.Id] = document;
        return new IndexSnapshot(Vocabulary, SegmentMerger.Merge(Segments, changed, IsStillCurrent), documents);

        bool IsStillCurrent(IndexedDocument document) => ReferenceEquals(documents.GetValueOrDefault(document.Id), document);
    }

    /// <summary>Whether a document passes a query's filters.</summary>
    public bool Passes(IndexedDocument document, KnowledgeQuery query) =>
        (query.Kind is null || document.Kind == query.Kind)
        && (query.ProductId is null || document.ProductId == query.ProductId)
        && IsCurrent(document);
}
