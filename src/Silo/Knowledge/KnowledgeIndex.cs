using SupportAgents.Failures;
using SupportAgents.Grains.Stores;
using SupportAgents.Knowledge;
using SupportAgents.Silo.Knowledge.Search;

namespace SupportAgents.Silo.Knowledge;

/// <summary>
/// The search index of this silo, in memory. Searches read a snapshot and never wait; <see cref="KnowledgeIndexRefresher"/>
/// puts newer ones in its place.
/// </summary>
/// <param name="searcher">Finds by words.</param>
/// <param name="dense">Finds by vectors, where they are configured.</param>
/// <param name="update">Brings the index up to the store; null for one that nothing is saved to.</param>
internal sealed class KnowledgeIndex(KnowledgeSearcher searcher, DenseRanker? dense = null, Func<CancellationToken, Task>? update = null) : IKnowledgeIndex
{
    /// <summary>How long an upload waits to be found: a first load of thousands of documents is not waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Ranks that are fused.</summary>
    private const int Deep = 50;

    private volatile IndexSnapshot _current = IndexSnapshot.Empty(new Vocabulary());
    private volatile KnowledgeProgress _progress = KnowledgeProgress.None;

    /// <summary>The newest snapshot.</summary>
    public IndexSnapshot Current => _current;

    /// <inheritdoc/>
    public KnowledgeProgress Progress => _progress;

    /// <summary>Replaces the snapshot; searches that run go on with the one they have.</summary>
    public void Publish(IndexSnapshot snapshot) => _current = snapshot;

    /// <summary>Tells how many documents are still to come, and which cannot be searched.</summary>
    public void Tell(int waiting, IReadOnlyList<UnsearchableDocument> unsearchable) => _progress = new KnowledgeProgress
    {
        Documents = _current.DocumentCount,
        Sections = _current.SectionCount,
        Waiting = waiting,
        Unsearchable = unsearchable,
    };

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KnowledgeHit>> Search(KnowledgeQuery query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var index = _current;
        if (dense is null)
            return [.. searcher.Search(index, query).Select(ToHit)];
        var nearest = await dense.Rank(index, query, Deep, cancellationToken);
        return [.. RankFusion.Fuse(searcher.Search(index, query with { Limit = Deep }), nearest, Math.Clamp(query.Limit, 1, Deep)).Select(ToHit)];
    }

    /// <inheritdoc/>
    public async Task CatchUp(CancellationToken cancellationToken)
    {
        if (update is null)
            return;
        try
        {
            // Not with the caller's token: others may wait for the same update.
            await Task.Run(() => update(CancellationToken.None), cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        catch (Exception e) when (e is SupportException or TimeoutException)
        {
            // What was saved is saved. The refresher goes on with it, and logs what fails.
        }
    }

    private static KnowledgeHit ToHit(ScoredSection found) => new()
    {
        DocumentId = found.Section.Document.Id,
        Title = found.Section.Document.Title,
        Section = found.Section.Path,
        ProductId = found.Section.Document.ProductId,
        Score = found.Score,
        Text = found.Section.Text,
        Kind = found.Section.Document.Kind,
        Page = found.Section.Page,
        Coverage = found.Coverage,
    };
}
