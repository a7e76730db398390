using SupportAgents.Agents;

namespace SupportAgents.Silo.Understanding.Classification;

/// <summary>
/// The embedded training lines, expanded. Files are <c>Training/&lt;agent&gt;/&lt;intent&gt;.txt</c>, one template a line,
/// and <c>Training/lists/*.txt</c>. The file <c>context.txt</c> holds sentences that go with an ask and are none.
/// </summary>
internal sealed class TrainingSet
{
    /// <summary>The label of a sentence that asks nothing.</summary>
    public const string Context = "context";

    private const string Folder = "Understanding/Training/";
    private const int SentencesPerLine = 3;
    private const int Seed = 20;

    private TrainingSet(string[] labels, List<TrainingExample> examples)
    {
        Labels = labels;
        Examples = examples;
    }

    /// <summary>The intents of <see cref="Intents"/> in a fixed order, and <see cref="Context"/>.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>All sentences.</summary>
    public IReadOnlyList<TrainingExample> Examples { get; }

    /// <summary>Reads and expands everything. Always gives the same.</summary>
    public static TrainingSet Load()
    {
        string[] labels = [.. Intents.Agent.Keys.Order(StringComparer.Ordinal), Context];
        var lists = LexiconFile.Names(Folder + "lists/").ToDictionary(NameOf, name => Weighted(LexiconFile.Lines(name)));
        var random = new Random(Seed);
        var expander = new TemplateExpander(lists, random);
        var manner = new Manner(lists["opening"], lists["closing"], random);
        var examples = new List<TrainingExample>();
        var line = 0;
        foreach (var file in LexiconFile.Names(Folder).Where(name => !name.Contains("/lists/", StringComparison.Ordinal)))
        {
            var label = Array.IndexOf(labels, NameOf(file));
            if (label < 0)
                throw new InvalidOperationException($"The training file {file} is named after no intent.");
            foreach (var template in LexiconFile.Lines(file))
            {
                for (var i = TemplateExpander.Variety(template, SentencesPerLine); i > 0; i--)
                    examples.Add(new TrainingExample(manner.Dress(expander.Expand(template), i), label, line));
                line++;
            }
        }
        return new TrainingSet(labels, examples);
    }

    private static string NameOf(string resource) => resource[(resource.LastIndexOf('/') + 1)..^".txt".Length];

    /// <summary>A line <c>word*3</c> counts three times.</summary>
    private static string[] Weighted(IEnumerable<string> lines) =>
        [.. lines.SelectMany(line => line.LastIndexOf('*') is var star and > 0 && int.TryParse(line.AsSpan(star + 1), out var times)
            ? Enumerable.Repeat(line[..star], times)
            : [line])];
}
