using System.Text.RegularExpressions;
using SupportAgents.Grains.Knowledge.Text;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>
/// The lines of a guide that depend on what is seen: "If the ring never lights up, claim the warranty", "From below: do
/// not use it again". What the customer tells later picks one of them.
/// </summary>
public static partial class GuideBranches
{
    /// <summary>The share of a condition's words that must be told.</summary>
    private const double Enough = 0.5;

    /// <summary>Words that tell a condition apart, though they carry no subject: it is on, or off, or not.</summary>
    private static readonly HashSet<string> s_telling = ["on", "off", "up", "down", "out", "no", "not", "never", "again", "still"];

    /// <summary>The conditional lines of a section, verbatim without their marks.</summary>
    public static IReadOnlyList<string> Of(string text) =>
        [.. text.Split('\n').Select(line => Sentences.WithoutMark(line.Trim())).Where(line => !SignTable.IsRow(line)).SelectMany(OfLine)];

    /// <summary>What follows from each condition to the end of the line.</summary>
    private static IEnumerable<string> OfLine(string line)
    {
        var sentences = Sentences.Of(line);
        return Enumerable.Range(0, sentences.Count).Where(index => Condition(sentences[index]).Length > 0).Select(index => string.Join(' ', sentences.Skip(index)));
    }

    /// <summary>The lines whose condition the customer tells, those that have the most of it.</summary>
    public static IReadOnlyList<string> Told(IReadOnlyList<string> branches, string text)
    {
        var told = Words(text);
        var conditions = branches.Select(branch => Words(Condition(branch))).ToList();
        // What all the conditions have tells none of them apart.
        var common = conditions.Count > 1 ? conditions.Aggregate((left, right) => [.. left.Intersect(right)]) : [];
        var shares = conditions.ConvertAll(condition =>
        {
            condition.ExceptWith(common);
            return condition.Count == 0 ? 0 : condition.Count(told.Contains) / (double)condition.Count;
        });
        var best = shares.DefaultIfEmpty(0).Max();
        return best < Enough ? [] : [.. branches.Where((_, index) => shares[index] >= best - 1e-9)];
    }

    /// <summary>True for a line after whose condition nothing is left to try: a claim, a call, "do not use it".</summary>
    public static bool Ends(string branch)
    {
        var sentences = Sentences.Of(branch[Condition(branch).Length..].TrimStart(',', ':', '*', ' '));
        return sentences.Count > 0 && sentences.All(sentence => Ending().IsMatch(sentence));
    }

    /// <summary>True for a step that only says what to do when nothing helps.</summary>
    public static bool IsEnding(GuideStep step) =>
        !step.Text.Contains('\n', StringComparison.Ordinal) && (Ends(step.Text) || Ending().IsMatch(Sentences.Of(step.Text)[0])
            // "Still dark? Claim the warranty."
            || (step.Text.Contains('?', StringComparison.Ordinal) && Sentences.Of(step.Text).All(sentence => sentence.EndsWith('?') || Ending().IsMatch(sentence))));

    /// <summary>The condition of a line; empty when it has none.</summary>
    private static string Condition(string line)
    {
        var match = Conditional().Match(line);
        return match.Success ? match.Value : "";
    }

    private static HashSet<string> Words(string text) =>
        [.. Tokenizer.Words(text).Where(word => s_telling.Contains(word) || (!StopWords.IsStop(word) && word is not ("if" or "after" or "before"))).Select(Stemmer.Stem)];

    [GeneratedRegex(@"^\W*if\b[^,]*,|^\W*[A-Z][\w' ]{2,30}:(?=\s)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Conditional();

    [GeneratedRegex(@"\b(claim the warranty|warranty (case|claim)|(call|contact|tell|write to) us|send (us|it)|it is a fault|taken? it to|a service)\b|^\W*(stop|do not|never|don'?t)\b|\bdo not (use|try|patch)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ending();
}
