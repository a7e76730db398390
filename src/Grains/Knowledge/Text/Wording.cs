namespace SupportAgents.Grains.Knowledge.Text;

/// <summary>The different subject words of a text, as stems, for comparing texts.</summary>
public sealed class Wording
{
    private readonly HashSet<string> _stems;

    private Wording(HashSet<string> stems) => _stems = stems;

    /// <summary>How many there are.</summary>
    public int Count => _stems.Count;

    /// <summary>The stems.</summary>
    public IReadOnlyCollection<string> Stems => _stems;

    /// <summary>The wording of a text; of one that has only grammar words, all of them.</summary>
    public static Wording Of(string text)
    {
        var words = Tokenizer.Words(text);
        var subjects = words.Where(word => !StopWords.IsStop(word)).ToList();
        return new Wording([.. (subjects.Count > 0 ? subjects : words).Select(Stemmer.Stem)]);
    }

    /// <summary>This wording without the words of another; itself when nothing else is left.</summary>
    public Wording Without(Wording other)
    {
        HashSet<string> left = [.. _stems.Where(stem => !other.Has(stem))];
        return left.Count == 0 ? this : new Wording(left);
    }

    /// <summary>Whether a stem is in it.</summary>
    public bool Has(string stem) => _stems.Contains(stem);

    /// <summary>The share of this wording that the other one has too, from 0 to 1.</summary>
    public double ShareIn(Wording other) => Count == 0 ? 0 : _stems.Count(other.Has) / (double)Count;
}
