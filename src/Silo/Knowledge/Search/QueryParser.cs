using SupportAgents.Grains.Knowledge.Text;

namespace SupportAgents.Silo.Knowledge.Search;

/// <summary>Turns a question into concepts: drops what carries no subject, adds synonyms, and corrects spelling.</summary>
internal sealed class QueryParser(SynonymList synonyms)
{
    /// <summary>Words of a question that are looked at; a long letter is searched by its beginning.</summary>
    public const int MaxWords = 200;

    /// <summary>Concepts of a question.</summary>
    private const int MaxConcepts = 20;

    private const double SynonymWeight = 0.75;
    private const double PartWeight = 0.4;
    private const double CorrectedWeight = 0.8;
    private const double TwiceCorrectedWeight = 0.5;
    private const double PrefixWeight = 0.3;

    /// <summary>The concepts of a question, by the vocabulary of that index.</summary>
    public SearchQuery Parse(string text, IndexSnapshot index)
    {
        var words = Tokenizer.Words(text.Length > 4_000 ? text[..4_000] : text).Take(MaxWords).ToList();
        var stems = words.ConvertAll(Stemmer.Stem);
        var isSubject = words.ConvertAll(word => !StopWords.IsStop(word));
        if (!isSubject.Contains(true))
            isSubject = isSubject.ConvertAll(_ => true);
        var concepts = new List<Concept>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < stems.Count; i++)
        {
            if (SeparableVerbs.At(i, words, stems, synonyms) is { } verb)
            {
                if (seen.Add(string.Join(' ', verb)))
                    concepts.Add(new Concept(PhraseForms(verb, [isSubject[i], false], index)));
            }
            else if (PhraseAt(i) is { } phrase)
            {
                if (seen.Add(string.Join(' ', phrase)))
                    concepts.Add(new Concept(PhraseForms(phrase, isSubject.GetRange(i, phrase.Count), index)));
                i += phrase.Count - 1;
            }
            else if (isSubject[i] && seen.Add(stems[i]))
            {
                concepts.Add(new Concept(Forms(stems[i], index)));
            }
        }
        var known = concepts.FindAll(concept => concept.Forms.Count > 0);
        return new SearchQuery(Telling(known, index), concepts.Count - known.Count, QuestionKinds.Of(words));

        List<string>? PhraseAt(int start) =>
            Enumerable.Range(2, SynonymList.MaxWords - 1).Reverse().Where(length => start + length <= stems.Count)
                .Select(length => stems.GetRange(start, length)).FirstOrDefault(phrase => synonyms.Of(phrase).Count > 0);
    }

    /// <summary>Of a long letter only the rarest concepts are kept, in their order: the rest costs time and tells little.</summary>
    private static List<Concept> Telling(List<Concept> concepts, IndexSnapshot index)
    {
        if (concepts.Count <= MaxConcepts)
            return concepts;
        var rarity = concepts.ConvertAll(concept => concept.Forms[0].Weight * concept.Forms[0].Terms.Max(index.Rarity));
        var least = rarity.OrderDescending().ElementAt(MaxConcepts - 1);
        return [.. concepts.Where((_, number) => rarity[number] >= least)
            .Select(concept => new Concept([.. concept.Forms.Where(form => form.Weight > PrefixWeight)]))];
    }

    /// <summary>A known phrase is one thing: as said, in other words, and, for less, by one of its words.</summary>
    private List<ConceptForm> PhraseForms(List<string> phrase, List<bool> isSubject, IndexSnapshot index) =>
    [
        .. Known(phrase, 1, index),
        .. synonyms.Of(phrase).SelectMany(other => Known(other, SynonymWeight, index)),
        .. phrase.Where((_, number) => isSubject[number]).SelectMany(word => Known([word], PartWeight, index)),
    ];

    private List<ConceptForm> Forms(string stem, IndexSnapshot index)
    {
        var forms = Known([stem], 1, index).ToList();
        forms.AddRange(synonyms.Of([stem]).SelectMany(other => Known(other, SynonymWeight, index)));
        if (index.Vocabulary.Find(stem) >= 0)
        {
            forms.AddRange(index.Speller.SameBeginning(stem).Where(term => !forms.Exists(form => form.Terms is [var only] && only == term))
                .Select(term => new ConceptForm([term], PrefixWeight)));
        }
        else
        {
            forms.AddRange(index.Speller.Correct(stem).Select(found => new ConceptForm([found.Term], found.Edits == 1 ? CorrectedWeight : TwiceCorrectedWeight)));
            forms.AddRange(Parted(stem, index));
        }
        return forms;
    }

    private static IEnumerable<ConceptForm> Known(IReadOnlyList<string> stems, double weight, IndexSnapshot index)
    {
        var terms = stems.Select(index.Vocabulary.Find).ToArray();
        return Array.TrueForAll(terms, term => term >= 0) ? [new ConceptForm(terms, weight)] : [];
    }

    /// <summary>"powerbank" where the documents say "power bank".</summary>
    private static IEnumerable<ConceptForm> Parted(string stem, IndexSnapshot index) =>
        Enumerable.Range(3, Math.Max(0, stem.Length - 5))
            .SelectMany(cut => Known([Stemmer.Stem(stem[..cut]), stem[cut..]], CorrectedWeight, index))
            .Take(1);
}
