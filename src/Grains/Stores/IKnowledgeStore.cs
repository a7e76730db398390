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

    /// <summary>What was saved and removed after that place, in the order in which it was, at most so many documents.</summary>
    Task<KnowledgeChanges> Changes(KnowledgePlace after, int limit, CancellationToken cancellationToken);
}

/// <summary>How far somebody has read the changes.</summary>
/// <param name="Version">The version of the last document that was read.</param>
/// <param name="DocumentId">Its id: an import saves many documents as one version.</param>
public sealed record KnowledgePlace(long Version, string DocumentId)
{
    /// <summary>Before the first change.</summary>
    public static KnowledgePlace Beginning { get; } = new(-1, "");
}

/// <summary>A piece of the changes.</summary>
/// <param name="Saved">Documents as they are now, with bodies. One that was saved twice comes once.</param>
/// <param name="Removed">Ids of all that was removed after the place and not saved again.</param>
/// <param name="Next">Where to go on.</param>
/// <param name="Left">Documents that are still to be read after these.</param>
public sealed record KnowledgeChanges(IReadOnlyList<KnowledgeDocument> Saved, IReadOnlyList<string> Removed, KnowledgePlace Next, int Left);

/// <summary>Search over the documents: an index in each silo.</summary>
public interface IKnowledgeIndex
{
    /// <summary>The best sections, best first; empty when nothing fits.</summary>
    Task<IReadOnlyList<KnowledgeHit>> Search(KnowledgeQuery query, CancellationToken cancellationToken);

    /// <summary>How far this silo's index has come.</summary>
    KnowledgeProgress Progress { get; }

    /// <summary>
    /// Returns once this silo's searches find what was saved before the call, or after a short while where there is too
    /// much of it. An index that is never behind has nothing to do.
    /// </summary>
    Task CatchUp(CancellationToken cancellationToken) => Task.CompletedTask;
}
