using System.Collections.Concurrent;
using SupportAgents.Grains.Knowledge.Text;

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

    /// <summary>The terms with their numbers, as they are now.</summary>
    public IReadOnlyCollection<KeyValuePair<string, int>> Terms() => _numbers.ToArray();

    /// <summary>The number of a word's stem; it is added when it is new.</summary>
    public int Add(string word) => _stems.GetOrAdd(word, AddStem);

    /// <summary>The number of a stem, or -1.</summary>
    public int Find(string stem) => _numbers.GetValueOrDefault(stem, -1);

    private int AddStem(string word) => _numbers.GetOrAdd(Stemmer.Stem(word), _ => _next++);
}
