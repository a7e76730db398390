using static SupportAgents.Silo.Knowledge.Search.RankingWeights;

namespace SupportAgents.Silo.Knowledge.Search;

/// <summary>
/// Scores the sections of one neighbourhood (a product's documents, or one document) against a question: BM25 over
/// heading, headings above and text, raised by coverage, nearness, a fitting heading and a fitting sort of section.
/// </summary>
internal sealed class SectionRanker
{
    private readonly IndexSnapshot _index;
    private readonly SearchQuery _query;
    private readonly Dictionary<int, int> _frequency = [];
    private readonly Dictionary<int, double> _rarity = [];
    private readonly int _count;
    private readonly HashSet<int> _terms;
    private readonly double[] _weights;
    private readonly double _total;
    private readonly double _unknown;

    public SectionRanker(IndexSnapshot index, SearchQuery query, IReadOnlyCollection<IndexedSection> neighbourhood)
    {
        _index = index;
        _query = query;
        _count = neighbourhood.Count;
        _terms = [.. query.Concepts.SelectMany(concept => concept.Forms).SelectMany(form => form.Terms)];
        foreach (var section in neighbourhood)
            CountTerms(section);
        _weights = [.. query.Concepts.Select(concept => concept.Forms.Max(form => form.Weight * Rarity(form)))];
        _total = _weights.Sum() + 1e-9;
        _unknown = query.Unknown * (GlobalRarity + LocalRarity) * IndexSnapshot.Rarity(0, Math.Max(_count, 10));
    }

    /// <summary>The section's score; 0 when it has nothing of the question.</summary>
    public ScoredSection Score(IndexedSection section)
    {
        var occurrences = TermOccurrences.Of(section, _terms);
        if (occurrences.IsEmpty)
            return new ScoredSection(section, 0, 0);
        var score = 0.0;
        var covered = 0.0;
        for (var i = 0; i < _weights.Length; i++)
        {
            var best = BestForm(_query.Concepts[i], occurrences, section.Body.Length);
            score += best;
            covered += best > 0 ? _weights[i] : 0;
        }
        score *= 1 + (Coverage * covered / _total) + (HeadingCovered * HeadingShare(section));
        score += Nearness * Near(occurrences);
        return new ScoredSection(section, score * Fit(section.Traits), covered / (_total + _unknown));
    }

    private void CountTerms(IndexedSection section)
    {
        foreach (var term in section.Heading.Concat(section.Parents).Concat(section.Body).Where(_terms.Contains).Distinct())
            _frequency[term] = _frequency.GetValueOrDefault(term) + 1;
    }

    private double BestForm(Concept concept, TermOccurrences occurrences, int length)
    {
        var resistance = Saturation * (1 - LengthPenalty + (LengthPenalty * (length + LengthFloor) / (_index.MeanLength + LengthFloor)));
        var best = 0.0;
        foreach (var form in concept.Forms)
        {
            var count = occurrences.Count(form.Terms, Heading, Parents);
            if (count > 0)
                best = Math.Max(best, form.Weight * Rarity(form) * count * (Saturation + 1) / (count + resistance));
        }
        return best;
    }

    private double Rarity(ConceptForm form)
    {
        var most = 0.0;
        foreach (var term in form.Terms)
            most = Math.Max(most, Rarity(term));
        return most;
    }

    private double Rarity(int term)
    {
        if (!_rarity.TryGetValue(term, out var rarity))
        {
            _rarity[term] = rarity = (GlobalRarity * _index.Rarity(term))
                + (LocalRarity * IndexSnapshot.Rarity(_frequency.GetValueOrDefault(term), _count));
        }
        return rarity;
    }

    private double HeadingShare(IndexedSection section)
    {
        var all = 0.0;
        var asked = 0.0;
        foreach (var term in section.HeadingSubjects)
        {
            var weight = Math.Max(0.2, Rarity(term));
            all += weight;
            asked += _terms.Contains(term) ? weight : 0;
        }
        return all > 0 ? asked / all : 0;
    }

    private double Near(TermOccurrences occurrences)
    {
        var sum = 0.0;
        for (var i = 1; i < _query.Concepts.Count; i++)
        {
            var left = _query.Concepts[i - 1].Forms[0];
            var right = _query.Concepts[i].Forms[0];
            if (left.Terms.Length == 1 && right.Terms.Length == 1)
                sum += Math.Min(Rarity(left), Rarity(right)) * occurrences.Nearness(left.Terms[0], right.Terms[0], Window);
        }
        return sum;
    }

    private double Fit(SectionTraits traits)
    {
        var fit = 1.0;
        if (_query.Kind.HasFlag(QuestionKind.Trouble) && traits.HasFlag(SectionTraits.Trouble))
            fit += Trouble;
        if (_query.Kind.HasFlag(QuestionKind.Procedure) && traits.HasFlag(SectionTraits.Steps))
            fit += Steps;
        if (_query.Kind.HasFlag(QuestionKind.Figure) && !_query.Kind.HasFlag(QuestionKind.Procedure) && traits.HasFlag(SectionTraits.Figures))
            fit += Figures;
        return fit;
    }
}
