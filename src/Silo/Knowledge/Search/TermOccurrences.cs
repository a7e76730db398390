namespace SupportAgents.Silo.Knowledge.Search;

/// <summary>Where the terms of a question stand in one section.</summary>
internal sealed class TermOccurrences
{
    private readonly Dictionary<int, int> _parents = [];
    private readonly Dictionary<int, List<int>> _heading = [];
    private readonly Dictionary<int, List<int>> _body = [];

    private TermOccurrences()
    {
    }

    /// <summary>True when none of them is there.</summary>
    public bool IsEmpty => _heading.Count == 0 && _body.Count == 0 && _parents.Count == 0;

    /// <summary>Looks through the section once.</summary>
    public static TermOccurrences Of(IndexedSection section, HashSet<int> terms)
    {
        var found = new TermOccurrences();
        Collect(section.Heading, terms, found._heading);
        Collect(section.Body, terms, found._body);
        foreach (var term in section.Parents.Where(terms.Contains))
            found._parents[term] = found._parents.GetValueOrDefault(term) + 1;
        return found;
    }

    /// <summary>How often a term or a phrase occurs, with mentions in headings at their weights.</summary>
    public double Count(int[] phrase, double heading, double parents)
    {
        if (phrase.Length > 1)
            return (heading * Phrases(_heading, phrase)) + Phrases(_body, phrase);
        return (heading * Positions(_heading, phrase[0]).Count) + (parents * _parents.GetValueOrDefault(phrase[0]))
            + Positions(_body, phrase[0]).Count;
    }

    /// <summary>How near the right term follows the left in the heading and in the text: 1 for side by side in one of them, 0 beyond the window.</summary>
    public double Nearness(int left, int right, int window) =>
        Nearest(Positions(_heading, left), Positions(_heading, right), window) + Nearest(Positions(_body, left), Positions(_body, right), window);

    private static void Collect(int[] field, HashSet<int> terms, Dictionary<int, List<int>> positions)
    {
        for (var i = 0; i < field.Length; i++)
        {
            if (!terms.Contains(field[i]))
                continue;
            if (!positions.TryGetValue(field[i], out var list))
                positions[field[i]] = list = [];
            list.Add(i);
        }
    }

    private static List<int> Positions(Dictionary<int, List<int>> positions, int term) => positions.GetValueOrDefault(term) ?? None;

    private static int Phrases(Dictionary<int, List<int>> positions, int[] phrase)
    {
        var count = 0;
        foreach (var start in Positions(positions, phrase[0]))
        {
            var length = 1;
            while (length < phrase.Length && Positions(positions, phrase[length]).Contains(start + length))
                length++;
            count += length == phrase.Length ? 1 : 0;
        }
        return count;
    }

    private static double Nearest(List<int> left, List<int> right, int window)
    {
        var gap = int.MaxValue;
        foreach (var i in left)
        {
            foreach (var j in right)
                gap = Math.Min(gap, j > i ? j - i : i - j + 1);
        }
        return gap <= window ? 1.0 / gap : 0;
    }

    private static readonly List<int> None = [];
}
