using System.Text.RegularExpressions;
using SupportAgents.Grains.Knowledge.Text;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>
/// Answers a question with sentences of a section, word for word and in their order. It never writes a sentence of its
/// own, so everything that it says stands in the section that is cited.
/// </summary>
public static partial class AnswerExtractor
{
    /// <summary>A section up to this many characters is the answer as a whole.</summary>
    public const int WholeSection = 420;

    /// <summary>Sentences of an answer.</summary>
    public const int MostSentences = 3;

    /// <summary>Items of a list that are given together.</summary>
    public const int MostItems = 8;

    /// <summary>The sentences that best cover the question, as Markdown.</summary>
    /// <param name="question">The customer's words.</param>
    /// <param name="text">The section's text.</param>
    /// <param name="title">The document's title: its words tell which document, and nothing about its sentences.</param>
    public static string Extract(string question, string text, string title = "")
    {
        // Of a table of troubles only the line that is asked for is an answer.
        if (text.Length <= WholeSection && SignTable.Read(text).Count == 0)
            return text.Trim();
        var pieces = Sentences.Of(text);
        var wanted = Wording.Of(question).Without(Wording.Of(title));
        var wordings = pieces.Select(Wording.Of).ToList();
        var scores = Score(wanted, pieces, wordings, AsksFigure().IsMatch(question));
        if ((AsksProcedure().IsMatch(question) || AsksList().IsMatch(question)) && Items(pieces, scores, isAnyList: AsksList().IsMatch(question)) is { } list)
            return list;
        // Nothing of the question tells the sentences apart: it is about all of it.
        if (scores.Max() <= 0)
            return List(pieces, 0) ?? Join(pieces.Take(MostSentences));
        var best = scores.IndexOf(scores.Max());
        if (List(pieces, best) is { } whole)
            return whole;
        var chosen = new SortedSet<int> { best };
        foreach (var next in Enumerable.Range(0, pieces.Count).Where(index => scores[index] > 0)
            .OrderByDescending(index => scores[index] / (1 + (0.25 * Math.Abs(index - best)))))
        {
            if (chosen.Count < MostSentences && scores[next] >= 0.4 * scores[best])
                chosen.Add(next);
        }
        // "To charge the lamp:" says nothing without what follows it.
        foreach (var lead in chosen.Where(index => pieces[index].EndsWith(':')).ToList())
            chosen.UnionWith(Enumerable.Range(lead + 1, Math.Min(MostItems, pieces.Count - lead - 1)).TakeWhile(index => Sentences.IsItem(pieces[index])));
        return Join(chosen.Select(index => pieces[index]));
    }

    /// <summary>The list that a piece introduces with a colon: a part of it would say something else. Null when there is none.</summary>
    private static string? List(IReadOnlyList<string> pieces, int lead)
    {
        var count = pieces.Skip(lead + 1).TakeWhile(Sentences.IsItem).Count();
        return pieces[lead].EndsWith(':') && count is > 0 and <= MostItems ? Join(pieces.Skip(lead).Take(count + 1)) : null;
    }

    private static List<double> Score(Wording wanted, IReadOnlyList<string> pieces, List<Wording> wordings, bool asksFigure)
    {
        var rarity = wanted.Stems.ToDictionary(stem => stem, stem => Math.Log(1 + (pieces.Count / (0.5 + wordings.Count(wording => wording.Has(stem))))));
        return [.. wordings.Select((wording, index) =>
            (wanted.Stems.Where(wording.Has).Sum(stem => rarity[stem]) / Math.Sqrt(4 + wording.Count))
            + (asksFigure && pieces[index].Any(char.IsAsciiDigit) ? 0.2 : 0))];
    }

    /// <summary>The run of list items that has the most of the question, with the line that introduces it.</summary>
    private static string? Items(IReadOnlyList<string> pieces, List<double> scores, bool isAnyList)
    {
        var best = (Start: 0, Count: 0, Score: isAnyList ? -1.0 : 0);
        for (var start = 0; start < pieces.Count; start++)
        {
            if (!Sentences.IsItem(pieces[start]) || (start > 0 && Sentences.IsItem(pieces[start - 1])))
                continue;
            var count = pieces.Skip(start).TakeWhile(Sentences.IsItem).Count();
            var score = scores.Skip(Math.Max(0, start - 1)).Take(count + 1).Max();
            if (count > 1 && score > best.Score)
                best = (start, count, score);
        }
        if (best.Count == 0)
            return null;
        var first = best.Start > 0 && !Sentences.IsItem(pieces[best.Start - 1]) && pieces[best.Start - 1].EndsWith(':') ? best.Start - 1 : best.Start;
        return Join(pieces.Skip(first).Take(best.Start - first + Math.Min(MostItems, best.Count)));
    }

    private static string Join(IEnumerable<string> pieces)
    {
        var text = "";
        var afterItem = false;
        foreach (var piece in pieces)
        {
            var isRow = SignTable.IsRow(piece);
            var isItem = Sentences.IsItem(piece) || isRow;
            // A line of a table without its table reads as a list.
            var shown = isRow ? $"- {SignTable.Line(piece)}" : piece;
            text += text.Length == 0 ? shown : isItem ? $"\n{shown}" : afterItem ? $"\n\n{shown}" : $" {shown}";
            afterItem = isItem;
        }
        return text;
    }

    [GeneratedRegex(@"\b(what|which)\b.{0,40}\b(included?|in the (box|package)|contents?|items|components|parts|accessories|tools)\b|\bin the box\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AsksList();

    /// <summary>True when a question asks how something is done.</summary>
    public static bool WantsProcedure(string question) => AsksProcedure().IsMatch(question);

    /// <summary>True when a question wants a time, an amount or a number, and the text has none: then it is no answer.</summary>
    public static bool Lacks(string question, string text) => WantsFigure().IsMatch(question) && !Quantity().IsMatch(text);

    [GeneratedRegex(@"\bhow (long|many|much|often|old|fast|far|deep|big|heavy|hot|high|loud)\b|\b(until|by) when\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WantsFigure();

    [GeneratedRegex(@"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|once|twice|free|never|always|immediately|each|every|any time|no (charge|cost|fee|limit)|(do|does) not (expire|cost)|while|pending|as long as|weekly|monthly|daily|yearly|annually|day|week|month|year)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quantity();

    [GeneratedRegex(@"\bhow (to|do|does|can|could|should)\b|\b(steps|instructions|guide me|walk me)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AsksProcedure();

    [GeneratedRegex(@"\bhow (long|many|much|often|big|heavy|deep|far|fast|high)\b|\b(rating|capacity|dimensions|weight|size|period|maximum|minimum|deadline|cost|fee)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AsksFigure();
}
