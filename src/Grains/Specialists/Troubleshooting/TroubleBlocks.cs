using System.Text.RegularExpressions;
using SupportAgents.Grains.Knowledge.Text;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>Sections that hold several troubles, each as "Issue: … Solution: …".</summary>
internal static partial class TroubleBlocks
{
    private const int LongestTitle = 60;

    /// <summary>The lines of the troubles that fit what is told, all when none does; without the lines that only name a trouble.</summary>
    public static List<string> Fitting(List<string> lines, string symptom)
    {
        var starts = Enumerable.Range(0, lines.Count).Where(index => Named().IsMatch(Sentences.WithoutMark(lines[index]))).Select(index => StartOf(lines, index)).ToList();
        if (starts.Count == 0)
            return lines;
        var told = SubjectWords.Of(symptom);
        var blocks = starts.Select((start, number) => lines.GetRange(start, (number + 1 < starts.Count ? starts[number + 1] : lines.Count) - start)).ToList();
        var scores = blocks.ConvertAll(block => SubjectWords.Of(string.Join(' ', block.Where(IsName))).Count(told.Contains));
        var best = scores.Max();
        return [.. blocks.Where((_, number) => best == 0 || scores[number] == best).SelectMany(block => block).Where(line => !IsName(line))];
    }

    /// <summary>A short line before "Issue:" is its title.</summary>
    private static int StartOf(List<string> lines, int issue) => issue > 0 && IsTitle(lines[issue - 1]) ? issue - 1 : issue;

    private static bool IsTitle(string line) => line.Length <= LongestTitle && !line.TrimEnd().EndsWith('.') && !Named().IsMatch(Sentences.WithoutMark(line));

    private static bool IsName(string line) => IsTitle(line) || Named().IsMatch(Sentences.WithoutMark(line));

    [GeneratedRegex(@"^\W*(issue|problem|symptom|fault)\b[^:]{0,12}:", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
