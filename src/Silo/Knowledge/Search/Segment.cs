using System.Runtime.InteropServices;

namespace SupportAgents.Silo.Knowledge.Search;

/// <summary>An immutable part of the index: some documents, and for each term the sections that have it.</summary>
internal sealed class Segment
{
    private readonly Dictionary<int, Posting[]> _postings;
    private readonly Dictionary<int, List<int>> _names = [];
    private readonly int[] _starts;

    public Segment(IReadOnlyList<IndexedDocument> documents)
    {
        Documents = documents;
        Sections = [.. documents.SelectMany(document => document.Sections)];
        Lengths = [.. Sections.Select(section => section.Body.Length)];
        _starts = new int[documents.Count + 1];
        for (var number = 0; number < documents.Count; number++)
        {
            _starts[number + 1] = _starts[number] + documents[number].Sections.Count;
            foreach (var term in documents[number].Name)
                (CollectionsMarshal.GetValueRefOrAddDefault(_names, term, out _) ??= []).Add(number);
        }
        var lists = new Dictionary<int, List<Posting>>();
        for (var number = 0; number < Sections.Length; number++)
        {
            foreach (var (term, posting) in Count(Sections[number], number))
            {
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, term, out _);
                (list ??= []).Add(posting);
            }
        }
        _postings = lists.ToDictionary(list => list.Key, list => list.Value.ToArray());
        Words = Sections.Sum(section => (long)section.Body.Length);
    }

    public IReadOnlyList<IndexedDocument> Documents { get; }
    public IndexedSection[] Sections { get; }

    /// <summary>Words of each section's body.</summary>
    public int[] Lengths { get; }

    /// <summary>Words of all bodies, for the mean length.</summary>
    public long Words { get; }

    /// <summary>The sections that have a term, in their order.</summary>
    public ReadOnlySpan<Posting> Find(int term) => _postings.GetValueOrDefault(term);

    /// <summary>The numbers of the documents that have a term in their title or product name.</summary>
    public IReadOnlyList<int> FindNames(int term) => _names.GetValueOrDefault(term) ?? [];

    /// <summary>Where a document's sections begin, and how many they are.</summary>
    public (int Start, int Count) Range(int document) => (_starts[document], _starts[document + 1] - _starts[document]);

    private static Dictionary<int, Posting> Count(IndexedSection section, int number)
    {
        var counts = new Dictionary<int, Posting>();
        foreach (var term in section.Heading)
            Next(term).Heading++;
        foreach (var term in section.Parents)
            Next(term).Parents++;
        foreach (var term in section.Body)
            Next(term).Body++;
        return counts;

        ref Posting Next(int term)
        {
            ref var posting = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _);
            posting.Section = number;
            return ref posting;
        }
    }
}

/// <summary>How often a term stands in a section's own heading, in the headings above it and in its text.</summary>
internal struct Posting
{
    public int Section;
    public ushort Heading;
    public ushort Parents;
    public ushort Body;
}
