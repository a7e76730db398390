using System.Numerics;

namespace SupportAgents.Silo.Knowledge.Search;

/// <summary>Finds terms that are spelled nearly like another.</summary>
internal sealed class SpellingCorrector
{
    /// <summary>Shorter words are not corrected: too many others are near them.</summary>
    public const int ShortestWord = 4;

    private const int MaxCorrections = 3;
    private const int MaxBeginnings = 12;
    private readonly string[] _sorted;
    private readonly int[] _terms;
    private readonly IReadOnlyDictionary<int, Entry[]> _byLength;

    public SpellingCorrector(IReadOnlyCollection<KeyValuePair<string, int>> terms)
    {
        _byLength = terms.Where(term => char.IsLetter(term.Key[0])).GroupBy(term => term.Key.Length)
            .ToDictionary(same => same.Key, same => same.Select(term => new Entry(term.Key, term.Value, Letters(term.Key))).ToArray());
        _sorted = [.. terms.Select(term => term.Key)];
        _terms = [.. terms.Select(term => term.Value)];
        Array.Sort(_sorted, _terms, StringComparer.Ordinal);
    }

    /// <summary>The nearest terms: one edit away, or two for words of eight letters and more. An edit is a letter added, lost, changed, or two swapped.</summary>
    public IReadOnlyList<(int Term, int Edits)> Correct(string stem)
    {
        if (stem.Length < ShortestWord || !char.IsLetter(stem[0]))
            return [];
        var most = stem.Length >= 8 ? 2 : 1;
        var letters = Letters(stem);
        var found = new List<(int Term, int Edits)>();
        for (var length = stem.Length - most; length <= stem.Length + most; length++)
        {
            foreach (var entry in _byLength.GetValueOrDefault(length, []))
            {
                if (BitOperations.PopCount(entry.Letters ^ letters) > 2 * most)
                    continue;
                var edits = Edits(stem, entry.Text, most);
                if (edits <= most)
                    found.Add((entry.Term, edits));
            }
        }
        var least = found.Count == 0 ? 0 : found.Min(term => term.Edits);
        return [.. found.Where(term => term.Edits == least).Take(MaxCorrections)];
    }

    /// <summary>Other terms that begin with this one and are at most four letters longer, or the reverse: "safe" and "safety".</summary>
    public IReadOnlyList<int> SameBeginning(string stem)
    {
        if (stem.Length < ShortestWord || !char.IsLetter(stem[0]))
            return [];
        var found = new List<int>();
        for (var i = Array.BinarySearch(_sorted, stem, StringComparer.Ordinal) is var at && at < 0 ? ~at : at;
            i < _sorted.Length && _sorted[i].StartsWith(stem, StringComparison.Ordinal) && found.Count < MaxBeginnings; i++)
        {
            if (_sorted[i].Length > stem.Length && _sorted[i].Length <= stem.Length + 4)
                found.Add(_terms[i]);
        }
        for (var length = Math.Max(ShortestWord, stem.Length - 3); length < stem.Length; length++)
        {
            var at = Array.BinarySearch(_sorted, stem[..length], StringComparer.Ordinal);
            if (at >= 0)
                found.Add(_terms[at]);
        }
        return found;
    }

    private static uint Letters(string word)
    {
        var set = 0u;
        foreach (var letter in word)
            set |= 1u << (letter & 31);
        return set;
    }

    /// <summary>The Damerau-Levenshtein distance (optimal string alignment), given up beyond <paramref name="most"/>.</summary>
    private static int Edits(string left, string right, int most)
    {
        var width = right.Length + 1;
        Span<int> rows = stackalloc int[3 * width];
        var before = rows[..width];
        var above = rows.Slice(width, width);
        var row = rows.Slice(2 * width, width);
        for (var j = 0; j < width; j++)
            above[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            if (least > most)
                return most + 1;
            var spare = before;
            before = above;
            above = row;
            row = spare;
        }
        return above[right.Length];
    }

    private readonly record struct Entry(string Text, int Term, uint Letters);
}
