using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Classification;

/// <summary>The words that the classifier knows, and what it sees in place of others.</summary>
internal sealed class Vocabulary
{
    /// <summary>Stands for a word that was not met in training. Many of them are a sign of another topic.</summary>
    public const string UnknownWord = "xunk";

    private const int FewestLines = 2;

    private readonly SpellingIndex spelling;

    /// <summary>Takes the words, the commonest first.</summary>
    public Vocabulary(IReadOnlyList<string> words)
    {
        Words = words;
        spelling = new SpellingIndex(words);
    }

    /// <summary>The words, the commonest first.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Whether the word was met in training.</summary>
    public bool Knows(string word) => spelling.Knows(word);

    /// <summary>Learns the words that occur in at least two lines of the training set.</summary>
    public static Vocabulary Of(IEnumerable<(int Line, Token[] Tokens)> sentences)
    {
        var lines = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (var (line, tokens) in sentences)
        {
            foreach (var token in tokens)
            {
                if (!lines.TryGetValue(token.Text, out var seen))
                    lines[token.Text] = seen = [];
                seen.Add(line);
            }
        }
        return new Vocabulary([.. lines.Where(word => word.Value.Count >= FewestLines && !word.Key.Any(char.IsDigit))
            .OrderByDescending(word => word.Value.Count).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => word.Key)]);
    }

    /// <summary>The word as the classifier sees it: itself, its correction, a stand-in for numbers, or <see cref="UnknownWord"/>.</summary>
    public string Label(string word)
    {
        if (spelling.Knows(word))
            return word;
        if (char.IsAsciiDigit(word[0]))
            return word.All(char.IsAsciiDigit) ? "xnum" : "xmeasure";
        return spelling.Correct(word) ?? UnknownWord;
    }
}
