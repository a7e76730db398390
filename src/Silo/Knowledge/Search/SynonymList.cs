using System.Collections.Frozen;
using SupportAgents.Grains.Knowledge.Text;

namespace SupportAgents.Silo.Knowledge.Search;

/// <summary>Words that stand for each other. A form may have several words.</summary>
internal sealed class SynonymList
{
    /// <summary>The most words of one form.</summary>
    public const int MaxWords = 3;

    private readonly FrozenDictionary<string, string[][]> _forms;

    private SynonymList(Dictionary<string, List<string[]>> forms) =>
        _forms = forms.ToFrozenDictionary(form => form.Key, form => form.Value.ToArray(), StringComparer.Ordinal);

    /// <summary>Reads groups, one a line with commas between the forms; lines that begin with # are comments.</summary>
    /// <exception cref="FormatException">A line has fewer than two forms, or a form has more than three words.</exception>
    public static SynonymList Parse(IEnumerable<string> lines)
    {
        var forms = new Dictionary<string, List<string[]>>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('#'))
                continue;
            var group = line.Split(',').Select(form => Stems(Tokenizer.Words(form))).Where(form => form.Length > 0).ToList();
            if (group.Count < 2 || group.Exists(form => form.Length > MaxWords))
                throw new FormatException($"line {number} of the synonym list needs two or more forms of at most {MaxWords} words");
            foreach (var form in group)
                Add(forms, form, group);
        }
        return new SynonymList(forms);
    }

    /// <summary>The list that comes with the system, and the shop's own after it.</summary>
    /// <param name="shopFile">Its path; null or empty: none.</param>
    public static SynonymList Load(string? shopFile)
    {
        using var stream = typeof(SynonymList).Assembly.GetManifestResourceStream("synonyms.txt")!;
        using var reader = new StreamReader(stream);
        return Parse([.. reader.ReadToEnd().Split('\n'), .. string.IsNullOrEmpty(shopFile) ? [] : File.ReadAllLines(shopFile)]);
    }

    /// <summary>Other forms of these stems; empty when there are none.</summary>
    public IReadOnlyList<string[]> Of(IEnumerable<string> stems) => _forms.GetValueOrDefault(string.Join(' ', stems), []);

    private static void Add(Dictionary<string, List<string[]>> forms, string[] form, List<string[]> group)
    {
        var key = string.Join(' ', form);
        if (!forms.TryGetValue(key, out var others))
            forms[key] = others = [];
        others.AddRange(group.Where(other => !other.SequenceEqual(form) && !others.Exists(known => known.SequenceEqual(other))));
    }

    private static string[] Stems(List<string> words) => [.. words.Select(Stemmer.Stem)];
}
