using SupportAgents.Knowledge;

namespace SupportAgents.Silo.Knowledge.Search;

/// <summary>Finds the best sections for a question in one snapshot of the index.</summary>
internal sealed class KnowledgeSearcher(QueryParser parser)
{
    /// <summary>Documents whose sections are ranked in full, when no product is given.</summary>
    private const int Finalists = 10;

    /// <summary>Each further section of a document that already has a hit counts that much less, so that other documents are seen.</summary>
    private const double Repetition = 0.85;

    /// <summary>The best sections, best first.</summary>
    public IReadOnlyList<ScoredSection> Search(IndexSnapshot index, KnowledgeQuery query)
    {
        var question = parser.Parse(query.Text, index);
        if (question.Concepts.Count == 0)
            return [];
        var limit = Math.Clamp(query.Limit, 1, 50);
        return query.ProductId is { } product
            ? [.. InProduct(index, question, query, product).OrderByDescending(hit => hit.Score).Take(limit)]
            : [.. Spread(Everywhere(index, question, query)).OrderByDescending(hit => hit.Score).Take(limit)];
    }

    private static IEnumerable<ScoredSection> InProduct(IndexSnapshot index, SearchQuery question, KnowledgeQuery query, string product)
    {
        var sections = index.OfProduct(product).Where(document => index.Passes(document, query)).SelectMany(document => document.Sections).ToList();
        return new SectionRanker(index, question, sections).Rank();
    }

    private static IEnumerable<ScoredSection> Everywhere(IndexSnapshot index, SearchQuery question, KnowledgeQuery query) =>
        from document in DocumentFinder.Find(index, question, query, Finalists)
        from hit in new SectionRanker(index, question, document.Document.Sections).Rank()
        select hit with { Score = (hit.Score + document.NameScore + (RankingWeights.FirstPass * document.First)) * (document.IsOfShop ? RankingWeights.ShopPages : 1) };

    private static IEnumerable<ScoredSection> Spread(IEnumerable<ScoredSection> hits) =>
        hits.GroupBy(hit => hit.Section.Document).SelectMany(document => document.OrderByDescending(hit => hit.Score)
            .Select((hit, rank) => hit with { Score = hit.Score * Math.Pow(Repetition, Math.Min(rank, 5)) }));
}

/// <summary>A section and how well it fits.</summary>
/// <param name="Section">The section.</param>
/// <param name="Score">For the order of the hits.</param>
/// <param name="Coverage">The share of the question that it has, from 0 to 1.</param>
internal sealed record ScoredSection(IndexedSection Section, double Score, double Coverage);
