using System.Buffers;
using SupportAgents.Knowledge;
using static SupportAgents.Silo.Knowledge.Search.RankingWeights;

namespace SupportAgents.Silo.Knowledge.Search;

/// <summary>
/// The first pass where no product is given: BM25 over the postings of the telling terms, and the words of titles and
/// product names, find the documents whose sections are worth a closer look.
/// </summary>
internal static class DocumentFinder
{
    /// <summary>Concepts that are looked up; of a long letter these are the rarest.</summary>
    private const int MaxConcepts = 24;

    /// <summary>The best documents, best first.</summary>
    public static IReadOnlyList<FoundDocument> Find(IndexSnapshot index, SearchQuery question, KnowledgeQuery query, int limit)
    {
        var terms = Telling(index, question);
        var best = new PriorityQueue<FoundDocument, double>();
        foreach (var segment in index.Segments)
        {
            var names = NameScores(index, segment, question);
            var scores = ArrayPool<float>.Shared.Rent(segment.Sections.Length);
            scores.AsSpan(0, segment.Sections.Length).Clear();
            Accumulate(index, segment, terms, scores);
            for (var number = 0; number < segment.Documents.Count; number++)
            {
                var (start, count) = segment.Range(number);
                var first = count == 0 ? 0 : Max(scores.AsSpan(start, count));
                var found = new FoundDocument(segment.Documents[number], first, names.GetValueOrDefault(number));
                if (found.Score > 0 && (best.Count < limit || best.TryPeek(out _, out var least) && found.Score > least)
                    && index.Passes(found.Document, query))
                {
                    best.Enqueue(found, found.Score);
                    if (best.Count > limit)
                        best.Dequeue();
                }
            }
            ArrayPool<float>.Shared.Return(scores);
        }
        return [.. best.UnorderedItems.Select(item => item.Element).OrderByDescending(found => found.Score)];
    }

    private static List<(int Term, double Weight)> Telling(IndexSnapshot index, SearchQuery question) =>
        [.. question.Concepts
            .SelectMany(concept => concept.Forms.Where(form => form.Terms.Length == 1).Select(form => (Term: form.Terms[0], form.Weight)))
            .GroupBy(form => form.Term)
            .Select(forms => (Term: forms.Key, Weight: forms.Max(form => form.Weight) * index.Rarity(forms.Key)))
            .OrderByDescending(term => term.Weight)
            .Take(MaxConcepts)];

    private static void Accumulate(IndexSnapshot index, Segment segment, List<(int Term, double Weight)> terms, float[] scores)
    {
        foreach (var (term, weight) in terms)
        {
            foreach (ref readonly var posting in segment.Find(term))
            {
                var count = (Heading * posting.Heading) + (Parents * posting.Parents) + posting.Body;
                var length = segment.Lengths[posting.Section] / index.MeanLength;
                scores[posting.Section] += (float)(weight * count * (Saturation + 1)
                    / (count + (Saturation * (1 - LengthPenalty + (LengthPenalty * length)))));
            }
        }
    }

    private static Dictionary<int, double> NameScores(IndexSnapshot index, Segment segment, SearchQuery question)
    {
        var scores = new Dictionary<int, double>();
        foreach (var concept in question.Concepts)
        {
            foreach (var form in concept.Forms.Where(form => form.Terms.Length == 1 && form.Weight >= 0.8))
            {
                var weight = form.Weight * IndexSnapshot.Rarity(index.NameFrequency(form.Terms[0]), index.DocumentCount);
                foreach (var number in segment.FindNames(form.Terms[0]))
                    scores[number] = scores.GetValueOrDefault(number) + weight;
            }
        }
        foreach (var (number, score) in scores)
        {
            var whole = segment.Documents[number].Name.Sum(term => IndexSnapshot.Rarity(index.NameFrequency(term), index.DocumentCount));
            scores[number] = Name * score * (1 + (whole > 0 ? Math.Min(1, score / whole) : 0));
        }
        return scores;
    }

    private static float Max(ReadOnlySpan<float> values)
    {
        var most = 0f;
        foreach (var value in values)
            most = Math.Max(most, value);
        return most;
    }
}

/// <summary>A document worth a closer look.</summary>
/// <param name="Document">The document.</param>
/// <param name="First">The best first-pass score of its sections.</param>
/// <param name="NameScore">How well the question names it.</param>
internal sealed record FoundDocument(IndexedDocument Document, double First, double NameScore)
{
    public double Score => First + NameScore;
}
