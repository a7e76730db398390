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
    private readonly List<TermOccurrences> _sections = [];
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
        {
            var occurrences = TermOccurrences.Of(section, _terms);
            _sections.Add(occurrences);
            foreach (var term in occurrences.Terms)
                _frequency[term] = _frequency.GetValueOrDefault(term) + 1;
        }
        _weights = [.. query.Concepts.Select(concept => concept.Forms.Max(form => form.Weight * Rarity(form)))];
        _total = _weights.Sum() + 1e-9;
        _unknown = query.Unknown * (GlobalRarity + LocalRarity) * IndexSnapshot.Rarity(0, Math.Max(_count, 10));
    }

    /// <summary>The sections that have something of the question, in no order.</summary>
    public IEnumerable<ScoredSection> Rank() => _sections.Select(Score).Where(hit => hit.Score > 0);

    private ScoredSection Score(TermOccurrences occurrences)
    {
        var section = occurrences.Section;
        var score = 0.0;
        var covered = 0.0;
        for (var i = 0; i < _weights.Length; i++)
        {
            var isNamed = IsNamed(_query.Concepts[i], section.Document);
            var (best, certainty) = BestForm(_query.Concepts[i], occurrences, section.Body.Length);
            // Words of the name tell which document is meant, and little about which of its sections.
            score += isNamed ? NamedElsewhere * best : best;
            covered += _weights[i] * Math.Max(certainty, isNamed ? 1 : 0);
        }
        // A document that is named and says no more of the question is still what was asked for.
        score = score == 0 ? Named * covered : score;
        score *= 1 + (Coverage * covered / _total) + (HeadingCovered * HeadingShare(section));
        score += Nearness * Near(occurrences);
        return new ScoredSection(section, score * Fit(section.Traits), covered / (_total + _unknown));
    }

    private static bool IsNamed(Concept concept, IndexedDocument document)
    {
        foreach (var form in concept.Forms)
        {
            if (form.Terms.Length == 1 && Array.IndexOf(document.Name, form.Terms[0]) >= 0)
                return true;
        }
        return false;
    }

    /// <summary>The score of the form that counts most, and how surely what was found is what was said.</summary>
    private (double Score, double Certainty) BestForm(Concept concept, TermOccurrences occurrences, int length)
    {
        var resistance = Saturation * (1 - LengthPenalty + (LengthPenalty * (length + LengthFloor) / (_index.MeanLength + LengthFloor)));
        var best = 0.0;
        var certainty = 0.0;
        foreach (var form in concept.Forms)
        {
            var count = occurrences.Count(form.Terms, Heading, Parents);
            if (count == 0)
                continue;
            best = Math.Max(best, form.Weight * Rarity(form) * count * (Saturation + 1) / (count + resistance));
            certainty = Math.Max(certainty, form.Weight);
        }
        return (best, certainty);
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
            if (Array.IndexOf(section.Document.Name, term) >= 0)
                continue;
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
        if (traits.HasFlag(SectionTraits.Trouble))
            fit += _query.Kind.HasFlag(QuestionKind.Trouble) ? Trouble : -NoTrouble;
        if (_query.Kind.HasFlag(QuestionKind.Contact) && traits.HasFlag(SectionTraits.ContactPoint))
            fit += ContactPoint;
        else if (!_query.Kind.HasFlag(QuestionKind.Contact) && traits.HasFlag(SectionTraits.Support))
            fit -= NoContact;
        if (_query.Kind.HasFlag(QuestionKind.Usage) && traits.HasFlag(SectionTraits.Usage))
            fit += Usage;
        if (_query.Kind.HasFlag(QuestionKind.Procedure) && traits.HasFlag(SectionTraits.Steps))
            fit += Steps;
        if (_query.Kind.HasFlag(QuestionKind.Figure) && !_query.Kind.HasFlag(QuestionKind.Procedure) && traits.HasFlag(SectionTraits.Figures))
            fit += Figures;
        return fit;
    }
}
