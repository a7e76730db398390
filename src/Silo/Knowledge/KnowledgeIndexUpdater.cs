using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using SupportAgents.Failures;
using SupportAgents.Grains.Stores;
using SupportAgents.Knowledge;
using SupportAgents.Silo.Knowledge.Search;

namespace SupportAgents.Silo.Knowledge;

/// <summary>
/// Brings the index up to the store: reads the documents page by page, tells by a hash which changed, and tokenises
/// only those. Runs on one thread at a time.
/// </summary>
internal sealed partial class KnowledgeIndexUpdater(
    KnowledgeIndex index, IKnowledgeStore store, ILogger<KnowledgeIndexUpdater> logger, ICatalogStore? catalog = null)
{
    /// <summary>Documents that are read and published at once: a first load can be searched while it goes on.</summary>
    public const int PageSize = 250;

    private readonly Dictionary<string, UInt128> _known = new(StringComparer.Ordinal);
    private long _version = long.MinValue;

    /// <summary>Applies what changed since the last call; true when something had.</summary>
    public async Task<bool> Update(CancellationToken cancellationToken)
    {
        var version = await store.Version(cancellationToken);
        if (version == _version)
            return false;
        var names = catalog is null ? [] : (await catalog.List(cancellationToken))
            .ToDictionary(product => product.Id, product => $"{product.Brand} {product.Name}", StringComparer.Ordinal);
        var gone = new HashSet<string>(_known.Keys, StringComparer.Ordinal);
        string? after = null;
        IReadOnlyList<KnowledgeDocument> page;
        do
        {
            page = await store.List(after, PageSize, cancellationToken);
            gone.ExceptWith(page.Select(document => document.Id));
            Add([.. page.Where(IsNew)], names);
            after = page.Count > 0 ? page[^1].Id : null;
        }
        while (page.Count == PageSize);
        Remove(gone);
        _version = version;
        return true;
    }

    private void Remove(HashSet<string> gone)
    {
        if (gone.Count == 0)
            return;
        foreach (var id in gone)
            _known.Remove(id);
        index.Publish(index.Current.With([], gone));
    }

    private void Add(List<KnowledgeDocument> changed, Dictionary<string, string> names)
    {
        if (changed.Count == 0)
            return;
        var current = index.Current;
        var documents = changed.Select(document => Index(document, current.Vocabulary, names)).OfType<IndexedDocument>().ToList();
        index.Publish(current.With(documents, []));
        foreach (var document in changed)
            _known[document.Id] = Hash(document);
    }

    /// <summary>A document that cannot be cut must not keep the others from being found.</summary>
    private IndexedDocument? Index(KnowledgeDocument document, Vocabulary vocabulary, Dictionary<string, string> names)
    {
        try
        {
            return IndexedDocument.From(document, vocabulary, document.ProductId is null ? null : names.GetValueOrDefault(document.ProductId));
        }
        catch (Exception e) when (e is SupportException or RegexMatchTimeoutException)
        {
            LogNotIndexed(e, document.Id);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The document {DocumentId} cannot be searched: it could not be cut into sections")]
    private partial void LogNotIndexed(Exception exception, string documentId);

    private bool IsNew(KnowledgeDocument document) => !_known.TryGetValue(document.Id, out var hash) || hash != Hash(document);

    private static UInt128 Hash(KnowledgeDocument document)
    {
        var hash = new XxHash128();
        foreach (var part in (string?[])[document.Title, document.Kind.ToString(), document.ProductId, document.Category, document.Body])
        {
            hash.Append(MemoryMarshal.AsBytes((part ?? "").AsSpan()));
            hash.Append([0]);
        }
        return hash.GetCurrentHashAsUInt128();
    }
}
