using System.Text.RegularExpressions;

namespace SupportAgents.Grains.Reasoning.Checks;

/// <summary>What never leaves the desk: the prompts' own words, names of tools, ids that only programs use.</summary>
public sealed partial class Secrets
{
    /// <summary>So many words in a row as a prompt has them are no chance.</summary>
    private const int Telling = 8;

    /// <summary>So many words in a row may become telling: they are held back until the sentence is whole.</summary>
    private const int Suspicious = 4;

    private readonly HashSet<string> _telling = [];
    private readonly HashSet<string> _suspicious = [];
    private readonly List<string> _names;

    /// <summary>Keeps these prompts and names.</summary>
    public Secrets(IEnumerable<string> prompts, IEnumerable<string> names)
    {
        _names = [.. names.Where(name => name.Length > 0)];
        foreach (var prompt in prompts)
        {
            var words = WordsOf(prompt);
            _telling.UnionWith(Runs(words, Telling));
            _suspicious.UnionWith(Runs(words, Suspicious));
        }
    }

    /// <summary>The same with one more name.</summary>
    private Secrets(Secrets known, IEnumerable<string> names) => (_telling, _suspicious, _names) = (known._telling, known._suspicious, [.. known._names, .. names]);

    /// <summary>These, and the ids of a task.</summary>
    public Secrets With(params IEnumerable<string> names) => new(this, names);

    /// <summary>The first secret of a text, or null.</summary>
    public string? FindIn(string text) =>
        _names.Find(name => text.Contains(name, StringComparison.OrdinalIgnoreCase))
        ?? (ProgramText().Match(text) is { Success: true } match ? match.Value : null)
        ?? Runs(WordsOf(text), Telling).FirstOrDefault(_telling.Contains);

    /// <summary>True when the text's end may be the beginning of a prompt's words.</summary>
    public bool MayBecomeOne(string text)
    {
        var words = WordsOf(text);
        return words.Length >= Suspicious && _suspicious.Contains(string.Join(' ', words[^Suspicious..]));
    }

    private static string[] WordsOf(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    private static IEnumerable<string> Runs(string[] words, int length)
    {
        for (var start = 0; start + length <= words.Length; start++)
            yield return string.Join(' ', words[start..(start + length)]);
    }

    [GeneratedRegex("[a-z0-9']+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b[pcma]_[0-9a-f]{8,}|</?(?:role|rules|how_to_work|intents|today|asks|check|note|reports|history|summary|open_question|customer_message|system|(?:tool|function)_\w+)>|\bsystem prompt\b|\btool_(?:use|result|call)\b|""(?:type|name|input|arguments)""\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex ProgramText();
}
