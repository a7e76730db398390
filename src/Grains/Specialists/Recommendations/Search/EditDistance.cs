namespace SupportAgents.Grains.Specialists.Recommendations.Search;

/// <summary>
/// How many slips of the keyboard lie between two words: a letter put in, left out, changed, or two neighbours swapped
/// (which libraries of plain Levenshtein distance count as two).
/// </summary>
public static class EditDistance
{
    /// <summary>The distance, or null when it is above <paramref name="limit"/>.</summary>
    public static int? Within(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
            return null;
        Span<int> before = stackalloc int[right.Length + 1];
        Span<int> previous = stackalloc int[right.Length + 1];
        Span<int> current = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var best = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                best = Math.Min(best, current[j]);
            }
            if (best > limit)
                return null;
            previous.CopyTo(before);
            current.CopyTo(previous);
        }
        return previous[right.Length] <= limit ? previous[right.Length] : null;
    }

    /// <summary>How many slips are forgiven in a word: none in a short one or a number, one from four letters, two from eight.</summary>
    public static int Forgiven(string word) => word.Any(char.IsDigit) ? 0 : word.Length switch { < 4 => 0, < 8 => 1, _ => 2 };
}
