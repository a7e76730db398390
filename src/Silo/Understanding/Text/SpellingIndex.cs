namespace SupportAgents.Silo.Understanding.Text;

/// <summary>
/// Finds the known word nearest to a misspelt one. It keeps every word with one letter left out, so that a look-up
/// costs a few dictionary reads instead of a comparison with every word.
/// </summary>
internal sealed class SpellingIndex
{
    private const int ShortestCorrected = 4;

    private readonly HashSet<string> words;
    private readonly Dictionary<string, string> deletes = new(StringComparer.Ordinal);

    /// <summary>Indexes words, the commonest first: it wins where two are equally near.</summary>
    public SpellingIndex(IEnumerable<string> words)
    {
        this.words = new HashSet<string>(words, StringComparer.Ordinal);
        foreach (var word in this.words)
        {
            if (word.Length < ShortestCorrected || !word.All(char.IsLetter))
                continue;
            deletes.TryAdd(word, word);
            for (var i = 0; i < word.Length; i++)
                deletes.TryAdd(word.Remove(i, 1), word);
        }
    }

    /// <summary>Whether it is one of the words.</summary>
    public bool Knows(string word) => words.Contains(word);

    /// <summary>The word itself when known, the nearest at a distance of one slip when there is one, else null.</summary>
    public string? Correct(string word)
    {
        if (words.Contains(word))
            return word;
        if (word.Length < ShortestCorrected || word.Length > 24)
            return null;
        foreach (var c in word)
        {
            if (!char.IsLetter(c))
                return null;
        }
        if (deletes.TryGetValue(word, out var longer) && longer[0] == word[0])
            return longer;
        for (var i = word.Length - 1; i >= 0; i--)
        {
            if (deletes.TryGetValue(word.Remove(i, 1), out var near) && IsOneSlip(word, near))
                return near;
        }
        return null;
    }

    /// <summary>Whether one inserted, left out or changed letter or two swapped neighbours make one of the other.</summary>
    internal static bool IsOneSlip(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 1)
            return false;
        var head = 0;
        while (head < left.Length && head < right.Length && left[head] == right[head])
            head++;
        var tail = 0;
        while (tail < left.Length - head && tail < right.Length - head && left[^(tail + 1)] == right[^(tail + 1)])
            tail++;
        var restLeft = left.Length - head - tail;
        var restRight = right.Length - head - tail;
        return restLeft <= 1 && restRight <= 1
            || restLeft == 2 && restRight == 2 && left[head] == right[head + 1] && left[head + 1] == right[head];
    }
}
