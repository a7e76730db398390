using System.Text.RegularExpressions;
using SupportAgents.Grains.Knowledge.Text;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>One thing to try, in a guide's own words.</summary>
/// <param name="Text">The step, verbatim, without its number. Branches that belong together are one step of several lines.</param>
/// <param name="IsWarning">True when it warns.</param>
public sealed record GuideStep(string Text, bool IsWarning)
{
    /// <summary>True when it says that the thing must not be used any more: nothing is suggested after it.</summary>
    public bool Stops => IsWarning && (Text.Contains("stop using", StringComparison.OrdinalIgnoreCase) || Text.Contains("do not use it", StringComparison.OrdinalIgnoreCase));
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
        var pieces = Sentences.Of(text).Where(piece => !SignTable.IsRow(piece)).ToList();
        var hasList = pieces.Any(Sentences.IsItem);
        var steps = new List<GuideStep>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = Sentences.WithoutMark(pieces[i]);
            // What only leads to the next line, or repeats the trouble, is no step.
            if ((piece.EndsWith(':') && i + 1 < pieces.Count) || piece.StartsWith("Problem:", StringComparison.OrdinalIgnoreCase))
                continue;
            if (Branch().IsMatch(piece))
            {
                var branches = pieces.Skip(i).Select(Sentences.WithoutMark).TakeWhile(line => Branch().IsMatch(line)).ToList();
                steps.Add(Step(branches.Count == 1 ? branches[0] : string.Join('\n', Fitting(branches, symptom).Select(branch => $"- {branch}"))));
                i += branches.Count - 1;
            }
            else if (!hasList || Sentences.IsItem(pieces[i]) || Warning().IsMatch(piece))
            {
                steps.Add(Step(piece));
            }
        }
        return steps;
    }

    /// <summary>The next portion: up to three steps, and the warnings before them; it ends with one that says stop.</summary>
    public static IReadOnlyList<GuideStep> Next(IReadOnlyList<GuideStep> steps, int from)
    {
        var portion = new List<GuideStep>();
        foreach (var step in steps.Skip(from))
        {
            portion.Add(step);
            if (step.Stops || portion.Count(one => !one.IsWarning) == Portion)
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
        [.. TriedClause().Matches(message).SelectMany(match => match.Groups[1].Value.Split([" and ", ", "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static List<string> Fitting(List<string> branches, string symptom)
    {
        var told = Wording.Of(symptom);
        var common = branches.Select(Condition).Aggregate((left, right) => [.. left.Intersect(right)]);
        var scores = branches.ConvertAll(branch => Condition(branch).Except(common).Count(told.Has));
        var best = scores.Max();
        return best == 0 ? branches : [.. branches.Where((_, index) => scores[index] == best)];
    }

    private static HashSet<string> Condition(string branch) => [.. Wording.Of(branch.Split(',', 2)[0]).Stems];

    /// <summary>A step with these words.</summary>
    public static GuideStep Step(string text) => new(text, Warning().IsMatch(text));

    [GeneratedRegex(@"^\W*if\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Branch();

    [GeneratedRegex(@"\b(warning|caution|danger)\b\W|\bstop using\b|\bstop\b.{0,20}\band (contact|call|send|claim)\b|\b(risk of|electric shock|catch fire|injur\w+|burn yourself)\b|\bdo not (attempt|open|touch|use|disassemble)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Warning();

    [GeneratedRegex(@"\b(?:i(?:'ve| have)?|we(?:'ve| have)?)\s+(?:already\s+)?(?:tried\s+)?((?:\w+(?:ed|ing)|reset|made sure|put|set|held)\b[^.!?;]*)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TriedClause();
}
