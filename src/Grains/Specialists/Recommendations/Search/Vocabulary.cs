namespace SupportAgents.Grains.Specialists.Recommendations.Search;

/// <summary>The words of a catalogue, and what a misspelt or unfinished word may stand for.</summary>
internal sealed class Vocabulary
{
    /// <summary>Longer words are taken as they are.</summary>
    private const int LongestCorrected = 32;
    private readonly ILookup<int, string> _byLength;
    private readonly string[] _sorted;

    public Vocabulary(IEnumerable<string> words)
    {
        _sorted = [.. words.Order(StringComparer.Ordinal)];
        _byLength = _sorted.ToLookup(word => word.Length);
    }

    /// <summary>
    /// The known words that a word may mean, with how sure that is from 0 to 1: itself; else words that it begins; else
    /// the nearest ones by <see cref="EditDistance"/>.
    /// </summary>
    public IReadOnlyList<(string Word, double Sureness)> Meanings(string word)
    {
        var at = Array.BinarySearch(_sorted, word, StringComparer.Ordinal);
        if (at >= 0)
            return [(word, 1)];
        if (word.Length > LongestCorrected)
            return [];
        var begun = word.Length < 4 ? [] : _sorted.Skip(~at).TakeWhile(known => known.StartsWith(word, StringComparison.Ordinal))
            .Take(8).Select(known => (known, 0.5 + 0.4 * word.Length / known.Length)).ToArray();
        return begun.Length > 0 ? begun : Nearest(word);
    }

    private (string, double)[] Nearest(string word)
    {
        var forgiven = EditDistance.Forgiven(word);
        var near = new List<(string Word, int Distance)>();
        for (var length = word.Length - forgiven; forgiven > 0 && length <= word.Length + forgiven; length++)
        {
            foreach (var known in _byLength[length])
            {
                // People seldom mistype the first letter; when they do, it must be the only slip.
                if (EditDistance.Within(word, known, known[0] == word[0] ? forgiven : 1) is { } distance && EditDistance.Forgiven(known) > 0)
                    near.Add((known, distance));
            }
        }
        if (near.Count == 0)
            return [];
        var best = near.Min(match => match.Distance);
        return [.. near.Where(match => match.Distance == best).Take(8).Select(match => (match.Word, 1 - 0.2 * match.Distance))];
    }
}
