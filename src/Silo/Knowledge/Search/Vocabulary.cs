using System.Collections.Concurrent;

namespace SupportAgents.Silo.Knowledge.Search;

/// <summary>
/// Numbers for terms. It only grows: one writer adds while an index is built, and searches read at the same time.
/// </summary>
internal sealed class Vocabulary
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _stems = new(StringComparer.Ordinal);

    private int _next;

    /// <summary>How many terms there are.</summary>
    public int Count => _next;

    /// <summary>The terms by length, for spelling correction.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<KeyValuePair<string, int>>> ByLength() =>
        _numbers.GroupBy(term => term.Key.Length)
            .ToDictionary(terms => terms.Key, IReadOnlyList<KeyValuePair<string, int>> (terms) => terms.ToArray());

    /// <summary>The number of a word's stem; it is added when it is new.</summary>
    public int Add(string word) => _stems.GetOrAdd(word, AddStem);

    /// <summary>The number of a stem, or -1.</summary>
    public int Find(string stem) => _numbers.GetValueOrDefault(stem, -1);

    private int AddStem(string word) => _numbers.GetOrAdd(Stemmer.Stem(word), _ => _next++);
}
