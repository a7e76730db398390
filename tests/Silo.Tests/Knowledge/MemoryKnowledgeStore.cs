using SupportAgents.Grains.Stores;
using SupportAgents.Knowledge;

namespace SupportAgents.Silo.Tests.Knowledge;

/// <summary>Documents in memory.</summary>
internal sealed class MemoryKnowledgeStore : IKnowledgeStore
{
    private readonly SortedDictionary<string, KnowledgeDocument> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _saved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _removed = new(StringComparer.Ordinal);
    private long _version;

    public Task Save(KnowledgeDocument document, CancellationToken cancellationToken)
    {
        _documents[document.Id] = document;
        _saved[document.Id] = ++_version;
        _removed.Remove(document.Id);
        return Task.CompletedTask;
    }

    public Task<bool> Remove(string documentId, CancellationToken cancellationToken)
    {
        _removed[documentId] = ++_version;
        return Task.FromResult(_documents.Remove(documentId));
    }

    public Task<KnowledgeDocument?> Find(string documentId, CancellationToken cancellationToken) =>
        Task.FromResult(_documents.GetValueOrDefault(documentId));

    public Task<IReadOnlyList<KnowledgeDocument>> List(string? afterId, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<KnowledgeDocument>>(
            [.. _documents.Values.Where(document => string.CompareOrdinal(document.Id, afterId) > 0).Take(limit)]);

    public Task<KnowledgeChanges> Changes(KnowledgePlace after, int limit, CancellationToken cancellationToken)
    {
        var later = _documents.Values.Where(document => After(_saved[document.Id], document.Id, after)).OrderBy(document => _saved[document.Id]).ThenBy(document => document.Id, StringComparer.Ordinal).ToList();
        var page = later.Take(limit).ToList();
        return Task.FromResult(new KnowledgeChanges(page, [.. _removed.Where(one => one.Value > after.Version).Select(one => one.Key)],
            page is [.., var last] ? new KnowledgePlace(_saved[last.Id], last.Id) : after, later.Count - page.Count));
    }

    private static bool After(long version, string id, KnowledgePlace place) =>
        version > place.Version || (version == place.Version && string.CompareOrdinal(id, place.DocumentId) > 0);

    public Task<long> Version(CancellationToken cancellationToken) => Task.FromResult(_version);
}
