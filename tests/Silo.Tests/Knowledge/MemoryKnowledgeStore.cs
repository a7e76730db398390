using SupportAgents.Grains.Stores;
using SupportAgents.Knowledge;

namespace SupportAgents.Silo.Tests.Knowledge;

/// <summary>Documents in memory.</summary>
internal sealed class MemoryKnowledgeStore : IKnowledgeStore
{
    private readonly SortedDictionary<string, KnowledgeDocument> _documents = new(StringComparer.Ordinal);
    private long _version;

    public int Lists { get; private set; }

    public Task Save(KnowledgeDocument document, CancellationToken cancellationToken)
    {
        _documents[document.Id] = document;
        _version++;
        return Task.CompletedTask;
    }

    public Task<bool> Remove(string documentId, CancellationToken cancellationToken)
    {
        _version++;
        return Task.FromResult(_documents.Remove(documentId));
    }

    public Task<KnowledgeDocument?> Find(string documentId, CancellationToken cancellationToken) =>
        Task.FromResult(_documents.GetValueOrDefault(documentId));

    public Task<IReadOnlyList<KnowledgeDocument>> List(string? afterId, int limit, CancellationToken cancellationToken)
    {
        Lists++;
        return Task.FromResult<IReadOnlyList<KnowledgeDocument>>(
            [.. _documents.Values.Where(document => string.CompareOrdinal(document.Id, afterId) > 0).Take(limit)]);
    }

    public Task<long> Version(CancellationToken cancellationToken) => Task.FromResult(_version);
}
