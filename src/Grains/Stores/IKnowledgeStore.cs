using SupportAgents.Knowledge;

namespace SupportAgents.Grains.Stores;

/// <summary>Documents as they are kept.</summary>
public interface IKnowledgeStore
{
    /// <summary>Adds or replaces.</summary>
    Task Save(KnowledgeDocument document, CancellationToken cancellationToken);

    /// <summary>False when there was none.</summary>
    Task<bool> Remove(string documentId, CancellationToken cancellationToken);

    /// <summary>The document, or null.</summary>
    Task<KnowledgeDocument?> Find(string documentId, CancellationToken cancellationToken);

    /// <summary>Documents by id after <paramref name="afterId"/>, with bodies.</summary>
    Task<IReadOnlyList<KnowledgeDocument>> List(string? afterId, int limit, CancellationToken cancellationToken);

    /// <summary>A number that grows with every change, so that each silo's index knows when it is behind.</summary>
    Task<long> Version(CancellationToken cancellationToken);
}

/// <summary>Search over the documents: an index in each silo.</summary>
public interface IKnowledgeIndex
{
    /// <summary>The best sections, best first; empty when nothing fits.</summary>
    Task<IReadOnlyList<KnowledgeHit>> Search(KnowledgeQuery query, CancellationToken cancellationToken);
}
