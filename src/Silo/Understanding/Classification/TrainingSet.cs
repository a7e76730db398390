using SupportAgents.Agents;
using SupportAgents.Silo.Understanding.Asks;

namespace SupportAgents.Silo.Understanding.Classification;

/// <summary>
/// The embedded training lines, expanded. Files are <c>Training/&lt;agent&gt;/&lt;intent&gt;.txt</c>, one template a line,
/// and <c>Training/lists/*.txt</c>. The file <c>context.txt</c> holds sentences that go with an ask and are none, and
/// <c>several.txt</c> whole messages, their parts as <c>intent: words</c> with a bar between them.
/// </summary>
internal sealed class TrainingSet
{
    /// <summary>The label of a sentence that asks nothing.</summary>
    public const string Context = "context";

    private const string Folder = "Understanding/Training/";
    private const string SeveralFile = Folder + "several.txt";
    private const int SentencesPerLine = 3;

    // Of all that a shop is not asked, lines can only tell a little.
    private const int SentencesPerLineOutside = 9;
    private const int Seed = 20;

    private readonly int firstWritten;

    private TrainingSet(string[] labels, List<TrainingExample> examples, List<PiecedMessage> several, int firstWritten)
    {
        this.firstWritten = firstWritten;
        Several = several;
        Labels = labels;
        Examples = examples;
    }

    /// <summary>The intents of <see cref="Intents"/> in a fixed order, and <see cref="Context"/>.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>All sentences.</summary>
    public IReadOnlyList<TrainingExample> Examples { get; }

    /// <summary>Whole messages, with the places where their asks begin.</summary>
    public IReadOnlyList<PiecedMessage> Several { get; }

    /// <summary>Whether the line is a part of one of <see cref="Several"/>.</summary>
    public bool IsWritten(int line) => line >= firstWritten;

    /// <summary>Whether the line is left out where something is measured or learnt that needs unseen lines.</summary>
    public bool IsHeldOut(int line) => IsWritten(line) || line % Calibration.HeldOutEvery == 0;

    /// <summary>Reads and expands everything. Always gives the same.</summary>
    public static TrainingSet Load()
    {
        string[] labels = [.. Intents.Agent.Keys.Order(StringComparer.Ordinal), Context];
        var lists = LexiconFile.Names(Folder + "lists/").ToDictionary(NameOf, name => Weighted(LexiconFile.Lines(name)));
        var random = new Random(Seed);
        var expander = new TemplateExpander(lists, random);
        var manner = new Manner(lists["opening"], lists["closing"], [.. LexiconFile.Lines(Folder + Context + ".txt").Where(line => !line.Contains('{') && !line.Contains('|'))], random);
        var examples = new List<TrainingExample>();
        var line = 0;
        foreach (var file in LexiconFile.Names(Folder).Where(name => name != SeveralFile && !name.Contains("/lists/", StringComparison.Ordinal)))
        {
            var label = Array.IndexOf(labels, NameOf(file));
            if (label < 0)
                throw new InvalidOperationException($"The training file {file} is named after no intent.");
            foreach (var template in LexiconFile.Lines(file))
            {
                for (var i = TemplateExpander.Variety(template, labels[label] == Intents.OutOfScope ? SentencesPerLineOutside : SentencesPerLine); i > 0; i--)
                    examples.Add(new TrainingExample(manner.Dress(expander.Expand(template), i), label, line));
                line++;
            }
        }
        var firstWritten = line;
        var several = new List<PiecedMessage>();
        foreach (var template in LexiconFile.Lines(SeveralFile))
        {
            var parts = template.Split(" | ");
            for (var i = 0; i < SentencesPerLine; i++)
            {
                var text = "";
                var pieces = new List<(int Start, bool Asks)>();
                for (var part = 0; part < parts.Length; part++)
                {
                    var colon = parts[part].IndexOf(": ", StringComparison.Ordinal);
                    var label = Array.IndexOf(labels, parts[part][..Math.Max(colon, 0)]);
                    if (label < 0)
                        throw new InvalidOperationException($"The training line \"{template}\" names no intent before \"{parts[part]}\".");
                    var sentence = expander.Expand(parts[part][(colon + 2)..]);
                    pieces.Add((text.Length, labels[label] != Context));
                    text += text.Length > 0 ? " " + sentence : sentence;
                    examples.Add(new TrainingExample(sentence, label, line + part));
                }
                several.Add(new PiecedMessage(text, pieces));
            }
            line += parts.Length;
        }
        return new TrainingSet(labels, examples, several, firstWritten);
    }

    private static string NameOf(string resource) => resource[(resource.LastIndexOf('/') + 1)..^".txt".Length];

    /// <summary>A line <c>word*3</c> counts three times.</summary>
    private static string[] Weighted(IEnumerable<string> lines) =>
        [.. lines.SelectMany(line => line.LastIndexOf('*') is var star and > 0 && int.TryParse(line.AsSpan(star + 1), out var times)
            ? Enumerable.Repeat(line[..star], times)
            : [line])];
}
