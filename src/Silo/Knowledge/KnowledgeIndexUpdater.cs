using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using SupportAgents.Failures;
using SupportAgents.Grains.Stores;
using SupportAgents.Knowledge;
using SupportAgents.Silo.Knowledge.Search;

namespace SupportAgents.Silo.Knowledge;

/// <summary>
/// Brings the index up to the store: reads what changed page by page, and tokenises what is not the same as before. One
/// call runs at a time; the next one then has little or nothing to do.
/// </summary>
internal sealed partial class KnowledgeIndexUpdater(
    KnowledgeIndex index, IKnowledgeStore store, ILogger<KnowledgeIndexUpdater> logger, ICatalogStore? catalog = null) : IDisposable
{
    /// <summary>Documents that are read and published at once: a first load can be searched while it goes on.</summary>
    public const int PageSize = 250;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<string, UInt128> _known = new(StringComparer.Ordinal);
    private readonly UnsearchableDocuments _unsearchable = new();
    private KnowledgePlace _place = KnowledgePlace.Beginning;
    private long _version = long.MinValue;

    /// <summary>Applies what changed since the last call; true when something had.</summary>
    public async Task<bool> Update(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await Read(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<bool> Read(CancellationToken cancellationToken)
    {
        var version = await store.Version(cancellationToken);
        if (version == _version)
            return false;
        var names = catalog is null ? [] : (await catalog.List(cancellationToken))
            .ToDictionary(product => product.Id, product => $"{product.Brand} {product.Name}", StringComparer.Ordinal);
        KnowledgeChanges changes;
        do
        {
            changes = await store.Changes(_place, PageSize, cancellationToken);
            Apply(changes, names);
            _place = changes.Next;
        }
        while (changes.Left > 0);
        _version = version;
        return true;
    }

    private void Apply(KnowledgeChanges changes, Dictionary<string, string> names)
    {
        var current = index.Current;
        var changed = changes.Saved.Where(IsNew).ToList();
        var removed = changes.Removed.Where(id => _known.Remove(id)).ToList();
        removed.ForEach(_unsearchable.Forget);
        if (changed.Count + removed.Count > 0)
        {
            var documents = changed.Select(document => Index(document, current.Vocabulary, names)).ToList();
            // A document that cannot be cut any more must not be found as it was.
            removed.AddRange(changed.Where((_, number) => documents[number] is null).Select(document => document.Id));
            index.Publish(current.With([.. documents.OfType<IndexedDocument>()], removed));
            foreach (var document in changed)
                _known[document.Id] = Hash(document);
        }
        index.Tell(changes.Left, _unsearchable.Newest);
    }

    /// <summary>A document that cannot be cut must not keep the others from being found.</summary>
    private IndexedDocument? Index(KnowledgeDocument document, Vocabulary vocabulary, Dictionary<string, string> names)
    {
        _unsearchable.Forget(document.Id);
        try
        {
            return IndexedDocument.From(document, vocabulary, document.ProductId is null ? null : names.GetValueOrDefault(document.ProductId));
        }
        catch (Exception e) when (e is SupportException or RegexMatchTimeoutException)
        {
            LogNotIndexed(e, document.Id);
            _unsearchable.Note(document.Id, e is SupportException ? e.Message : "its markup is too intricate");
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
