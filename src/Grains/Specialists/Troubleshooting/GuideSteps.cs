using System.Text.RegularExpressions;
using SupportAgents.Grains.Knowledge.Text;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>One thing to try, in a guide's own words.</summary>
/// <param name="Text">The step, verbatim, without its number. Branches that belong together are one step of several lines.</param>
/// <param name="IsWarning">True when it begins with a warning.</param>
public sealed record GuideStep(string Text, bool IsWarning)
{
    /// <summary>True when it says that the thing must not be used any more: nothing is suggested after it.</summary>
    public bool Stops => Text.Contains("stop using", StringComparison.OrdinalIgnoreCase) || Text.Contains("do not use it", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Reads a section of a guide as steps.</summary>
public static partial class GuideSteps
{
    /// <summary>Steps that are given at once.</summary>
    public const int Portion = 3;

    /// <summary>
    /// The steps of a section: the items of its list, or its sentences when it has none. Of a run of "if …" branches only
    /// those that fit the symptom are kept, when some clearly do; of a table of signs, the remedies of those that were told.
    /// </summary>
    public static IReadOnlyList<GuideStep> Read(string text, string symptom)
    {
        if (SignTable.Read(text) is { Count: > 0 } signs)
            return [.. SignTable.Fitting(signs, symptom).Select(row => Step(row.Remedy))];
        var lines = text.Split('\n').Select(line => line.Trim()).Where(line => line.Any(char.IsLetterOrDigit) && !SignTable.IsRow(line)).ToList();
        var items = lines.FindAll(Sentences.IsItem);
        // Beside branches running text is the step before them; beside other items it explains.
        var hasList = items.Count > 0 && !items.TrueForAll(item => Branch().IsMatch(Sentences.WithoutMark(item)));
        var pieces = lines.SelectMany(line => Sentences.IsItem(line) || (items.Count > 0 && !hasList) ? [line] : OfProse(line, hasList)).ToList();
        pieces = TroubleBlocks.Fitting(pieces, symptom);
        var steps = new List<GuideStep>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = Sentences.WithoutMark(pieces[i]);
            // What only leads to the next line is no step.
            if (piece.EndsWith(':') && i + 1 < pieces.Count)
                continue;
            if (Branch().IsMatch(piece))
            {
                var branches = pieces.Skip(i).Select(Sentences.WithoutMark).TakeWhile(line => Branch().IsMatch(line)).ToList();
                var fitting = branches.Count == 1 ? branches : Fitting(branches, symptom);
                steps.Add(Step(fitting.Count == 1 ? fitting[0] : string.Join('\n', fitting.Select(branch => $"- {branch}"))));
                i += branches.Count - 1;
            }
            else
            {
                steps.Add(Step(piece));
            }
        }
        return steps;
    }

    /// <summary>
    /// A line of running text: beside a list only what it warns of or makes depend on something, to its end; by itself
    /// its sentences, of which a warning is not parted from what follows it.
    /// </summary>
    private static IEnumerable<string> OfProse(string line, bool hasList)
    {
        var sentences = Sentences.Of(line);
        var start = Enumerable.Range(0, sentences.Count).FirstOrDefault(index => Warning().IsMatch(sentences[index]) || (hasList && Branch().IsMatch(sentences[index])), sentences.Count);
        var before = hasList ? [] : sentences.Take(start);
        return start < sentences.Count ? before.Append(string.Join(' ', sentences.Skip(start))) : before;
    }

    /// <summary>The next portion: up to three steps, and the warnings before them; it ends with one that says stop.</summary>
    public static IReadOnlyList<GuideStep> Next(IReadOnlyList<GuideStep> steps, int from)
    {
        var portion = new List<GuideStep>();
        foreach (var step in steps.Skip(from))
        {
            // A warning after the last step belongs to it.
            if (portion.Count(one => !one.IsWarning) == Portion && !(step.IsWarning && steps.Skip(from + portion.Count).All(one => one.IsWarning)))
                break;
            portion.Add(step);
            if (step.Stops)
                break;
        }
        return portion;
    }

    /// <summary>True when what the customer tells they did is that step.</summary>
    public static bool IsSame(string step, string done)
    {
        var wording = Wording.Of(step);
        var told = Wording.Of(done);
        return wording.Count > 0 && (wording.ShareIn(told) >= 0.6 || (told.Count >= 2 && told.ShareIn(wording) >= 0.75));
    }

    /// <summary>What the customer says they have tried already, one thing each; empty when they say nothing of the kind.</summary>
    public static IReadOnlyList<string> Tried(string message) =>
        [.. TriedClause().Matches(message).SelectMany(match => match.Groups[1].Value.Split([" and ", ", "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Where(done => Did().IsMatch(done))];

    private static List<string> Fitting(List<string> branches, string symptom)
    {
        var told = GuideBranches.Told(branches, symptom);
        return told.Count == 0 ? branches : [.. told];
    }

    /// <summary>A step with these words.</summary>
    public static GuideStep Step(string text) => new(text, Warning().IsMatch(Sentences.Of(text)[0]));

    [GeneratedRegex(@"^\W*if\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Branch();

    [GeneratedRegex(@"\b(warning|caution|danger)\b\W|\bstop using\b|\bstop\b.{0,20}\band (contact|call|send|claim)\b|\b(risk of|electric shock|catch fire|injur\w+|burn yourself)\b|\bdo not (attempt|open|touch|use|disassemble)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Warning();

    /// <summary>Told in the customer's words and not in the guide's.</summary>
    public static bool IsOwn(string done) => done.Length > 0 && char.IsLower(done[0]);

    [GeneratedRegex(@"^(already )?(tried )?(\w+(ed|ing)|reset|made|put|set|held)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Did();

    [GeneratedRegex(@"\b(?:i(?:'ve| have)?|we(?:'ve| have)?)\s+(?:already\s+)?(?:tried\s+)?((?:\w+(?:ed|ing)|reset|made sure|put|set|held)\b[^.!?;]*)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TriedClause();
}
