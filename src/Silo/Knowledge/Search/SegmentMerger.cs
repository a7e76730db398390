namespace SupportAgents.Silo.Knowledge.Search;

/// <summary>
/// Keeps the number of segments small: a segment is joined with its elder while that one is less than twice its size,
/// so a document is moved about log(n) times however small the updates are.
/// </summary>
internal static class SegmentMerger
{
    /// <summary>The segments after an update. Segments that are mostly out of date are written anew.</summary>
    public static IReadOnlyList<Segment> Merge(IReadOnlyList<Segment> segments, IReadOnlyList<IndexedDocument> added, Func<IndexedDocument, bool> isCurrent)
    {
        var groups = segments.Select(segment => Compact(segment, isCurrent)).Append(new Group(null, added)).ToList();
        groups.RemoveAll(group => group.Documents.Count == 0);
        while (groups.Count > 1 && groups[^2].Documents.Count < 2 * groups[^1].Documents.Count)
        {
            var joined = new Group(null, [.. groups[^2].Documents.Where(isCurrent), .. groups[^1].Documents]);
            groups.RemoveRange(groups.Count - 2, 2);
            groups.Add(joined);
        }
        return [.. groups.Select(group => group.Segment ?? new Segment(group.Documents))];
    }

    private static Group Compact(Segment segment, Func<IndexedDocument, bool> isCurrent)
    {
        var current = segment.Documents.Count(isCurrent);
        return current * 2 < segment.Documents.Count
            ? new Group(null, [.. segment.Documents.Where(isCurrent)])
            : new Group(segment, segment.Documents);
    }

    private sealed record Group(Segment? Segment, IReadOnlyList<IndexedDocument> Documents);
}
