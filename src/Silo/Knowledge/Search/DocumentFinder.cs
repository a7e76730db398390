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
    private const int MaxConcepts = 16;

    /// <summary>The best documents, best first.</summary>
    public static IReadOnlyList<FoundDocument> Find(IndexSnapshot index, SearchQuery question, KnowledgeQuery query, int limit)
    {
        var terms = Telling(index, question);
        var best = new PriorityQueue<FoundDocument, double>();
        var names = NameTerms(index, question);
        foreach (var segment in index.Segments)
        {
            var scores = ArrayPool<float>.Shared.Rent(segment.Sections.Length);
            var named = ArrayPool<float>.Shared.Rent(segment.Documents.Count);
            scores.AsSpan(0, segment.Sections.Length).Clear();
            named.AsSpan(0, segment.Documents.Count).Clear();
            Accumulate(index, segment, terms, scores);
            foreach (var (term, weight) in names)
            {
                foreach (var number in segment.FindNames(term))
                    named[number] += (float)weight;
            }
            for (var number = 0; number < segment.Documents.Count; number++)
            {
                var (start, count) = segment.Range(number);
                Keep(index, query, best, limit, segment.Documents[number], count == 0 ? 0 : Max(scores.AsSpan(start, count)), named[number]);
            }
            ArrayPool<float>.Shared.Return(scores);
            ArrayPool<float>.Shared.Return(named);
        }
        return [.. best.UnorderedItems.Select(item => item.Element).OrderByDescending(found => found.Rank)];
    }

    private static void Keep(IndexSnapshot index, KnowledgeQuery query, PriorityQueue<FoundDocument, double> best, int limit,
        IndexedDocument document, double first, double named)
    {
        var least = best.Count < limit ? 0 : best.Peek().Rank;
        // A name counts at most double: what cannot reach the others even so is not looked at.
        if ((first + (2 * Name * named)) * ShopPages <= least || !index.Passes(document, query))
            return;
        var found = new FoundDocument(document, first, named == 0 ? 0 : Name * named * (1 + Share(index, document, named)));
        if (found.Rank <= least)
            return;
        best.Enqueue(found, found.Rank);
        if (best.Count > limit)
            best.Dequeue();
    }

    /// <summary>How much of the document's name was said.</summary>
    private static double Share(IndexSnapshot index, IndexedDocument document, double named) =>
        Math.Min(1, named / Math.Max(0.001, document.Name.Sum(term => IndexSnapshot.Rarity(index.NameFrequency(term), index.DocumentCount))));

    private static List<(int Term, double Weight)> NameTerms(IndexSnapshot index, SearchQuery question) =>
        [.. question.Concepts.SelectMany(concept => concept.Forms).Where(form => form.Terms.Length == 1 && form.Weight >= 0.75)
            .Select(form => (form.Terms[0], form.Weight * IndexSnapshot.Rarity(index.NameFrequency(form.Terms[0]), index.DocumentCount)))];

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

    /// <summary>True for the shop's own policies and questions.</summary>
    public bool IsOfShop => Document.ProductId is null && Document.Kind is (KnowledgeKind.Policy or KnowledgeKind.Faq);

    /// <summary>The score by which the documents to look at are chosen.</summary>
    public double Rank => IsOfShop ? Score * ShopPages : Score;
}
