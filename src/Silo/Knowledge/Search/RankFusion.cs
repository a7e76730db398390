namespace SupportAgents.Silo.Knowledge.Search;

/// <summary>Joins two rankings by the reciprocals of their ranks, which needs no common scale of scores.</summary>
internal static class RankFusion
{
    /// <summary>The larger, the less the first ranks stand out; 60 is the usual value.</summary>
    private const double Smoothing = 60;

    /// <summary>Sections of either ranking, best first. A coverage that the lexical search found is kept.</summary>
    public static IReadOnlyList<ScoredSection> Fuse(IReadOnlyList<ScoredSection> lexical, IReadOnlyList<ScoredSection> dense, int limit)
    {
        if (dense.Count == 0)
            return [.. lexical.Take(limit)];
        var fused = new Dictionary<IndexedSection, ScoredSection>();
        foreach (var ranking in (IReadOnlyList<ScoredSection>[])[lexical, dense])
        {
            for (var rank = 0; rank < ranking.Count; rank++)
            {
                var hit = ranking[rank];
                var share = 1 / (Smoothing + rank + 1);
                fused[hit.Section] = fused.TryGetValue(hit.Section, out var known)
                    ? known with { Score = known.Score + share }
                    : hit with { Score = share };
            }
        }
        return [.. fused.Values.OrderByDescending(hit => hit.Score).Take(limit)];
    }
}
