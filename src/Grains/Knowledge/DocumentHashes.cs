using System.IO.Hashing;
using System.Runtime.InteropServices;
using SupportAgents.Grains.Stores;
using SupportAgents.Knowledge;

namespace SupportAgents.Grains.Knowledge;

/// <summary>
/// Hashes of the bodies of all documents, so that the same content is not taken twice. They are read once, and again
/// only when somebody else changed the store.
/// </summary>
internal sealed class DocumentHashes(IKnowledgeStore store)
{
    private const int PageSize = 200;
    private readonly Dictionary<string, UInt128> _byId = new(StringComparer.Ordinal);
    private long _version = long.MinValue;

    /// <summary>The id of another document with the same body, or null.</summary>
    public async Task<string?> FindCopy(KnowledgeDocument document, CancellationToken cancellationToken)
    {
        if (await store.Version(cancellationToken) != _version)
            await Load(cancellationToken);
        var hash = Hash(document);
        return _byId.FirstOrDefault(known => known.Value == hash && known.Key != document.Id).Key;
    }

    /// <summary>Notes a document that was saved.</summary>
    public Task Saved(KnowledgeDocument document, CancellationToken cancellationToken)
    {
        _byId[document.Id] = Hash(document);
        return Follow(cancellationToken);
    }

    /// <summary>Notes that a document was removed.</summary>
    public Task Removed(string documentId, CancellationToken cancellationToken)
    {
        _byId.Remove(documentId);
        return Follow(cancellationToken);
    }

    /// <summary>Goes on with the version after our own change; if others wrote meanwhile, the next question reads anew.</summary>
    private async Task Follow(CancellationToken cancellationToken)
    {
        var version = await store.Version(cancellationToken);
        _version = version == _version + 1 ? version : long.MinValue;
    }

    private async Task Load(CancellationToken cancellationToken)
    {
        var version = await store.Version(cancellationToken);
        _byId.Clear();
        string? after = null;
        IReadOnlyList<KnowledgeDocument> page;
        do
        {
            page = await store.List(after, PageSize, cancellationToken);
            foreach (var document in page)
                _byId[document.Id] = Hash(document);
            after = page.Count > 0 ? page[^1].Id : null;
        }
        while (page.Count == PageSize);
        _version = version;
    }

    private static UInt128 Hash(KnowledgeDocument document) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(document.Body.AsSpan()));
}
