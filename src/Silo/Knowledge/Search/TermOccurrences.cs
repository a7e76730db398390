using System.Runtime.InteropServices;

namespace SupportAgents.Silo.Knowledge.Search;

/// <summary>Where the terms of a question stand in one section.</summary>
internal sealed class TermOccurrences
{
    private static readonly Dictionary<int, List<int>> Nowhere = [];
    private Dictionary<int, List<int>> _parents = Nowhere;
    private Dictionary<int, List<int>> _heading = Nowhere;
    private Dictionary<int, List<int>> _body = Nowhere;

    private TermOccurrences(IndexedSection section) => Section = section;

    /// <summary>The section.</summary>
    public IndexedSection Section { get; }

    /// <summary>The different terms that it has.</summary>
    public IEnumerable<int> Terms => _body.Keys.Concat(_heading.Keys.Where(term => !_body.ContainsKey(term)))
        .Concat(_parents.Keys.Where(term => !_body.ContainsKey(term) && !_heading.ContainsKey(term)));

    /// <summary>Looks through the section once.</summary>
    public static TermOccurrences Of(IndexedSection section, HashSet<int> terms)
    {
        var found = new TermOccurrences(section);
        found._heading = Collect(section.Heading, terms);
        found._parents = Collect(section.Parents, terms);
        found._body = Collect(section.Body, terms);
        return found;
    }

    /// <summary>How often a term or a phrase occurs, with mentions in headings at their weights.</summary>
    public double Count(int[] phrase, double heading, double parents)
    {
        if (phrase.Length > 1)
            return (heading * Phrases(_heading, phrase)) + Phrases(_body, phrase);
        return (heading * Positions(_heading, phrase[0]).Count) + (parents * Positions(_parents, phrase[0]).Count)
            + Positions(_body, phrase[0]).Count;
    }

    /// <summary>How near the right term follows the left in the heading and in the text: 1 for side by side in one of them, 0 beyond the window.</summary>
    public double Nearness(int left, int right, int window) =>
        Nearest(Positions(_heading, left), Positions(_heading, right), window) + Nearest(Positions(_body, left), Positions(_body, right), window);

    private static Dictionary<int, List<int>> Collect(int[] field, HashSet<int> terms)
    {
        Dictionary<int, List<int>>? positions = null;
        for (var i = 0; i < field.Length; i++)
        {
            if (!terms.Contains(field[i]))
                continue;
            positions ??= [];
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(positions, field[i], out _);
            (list ??= new List<int>(2)).Add(i);
        }
        return positions ?? Nowhere;
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
