namespace SupportAgents.Silo.Knowledge.Search;

/// <summary>A question, understood as far as the ranking needs.</summary>
/// <param name="Concepts">What is asked about, in the order of the words.</param>
/// <param name="Unknown">Subject words that no document has.</param>
/// <param name="Kind">What sort of answer is wanted.</param>
internal sealed record SearchQuery(IReadOnlyList<Concept> Concepts, int Unknown, QuestionKind Kind);

/// <summary>One thing that is asked about: any of its forms will do.</summary>
/// <param name="Forms">The words as they were said first, then their synonyms and corrected spellings.</param>
internal sealed record Concept(IReadOnlyList<ConceptForm> Forms);

/// <summary>A form of a concept.</summary>
/// <param name="Terms">Its terms; several mean a phrase.</param>
/// <param name="Weight">1 for what was said, less for what was inferred.</param>
internal readonly record struct ConceptForm(int[] Terms, double Weight);

/// <summary>Sorts of answers.</summary>
[Flags]
internal enum QuestionKind
{
    Any = 0,

    /// <summary>"How do I …": steps.</summary>
    Procedure = 1,

    /// <summary>"How long …", "what is the … rating": a figure.</summary>
    Figure = 2,

    /// <summary>Something does not work: a remedy.</summary>
    Trouble = 4,

    /// <summary>How somebody is reached: an address or a number.</summary>
    Contact = 8,

    /// <summary>How the thing is used.</summary>
    Usage = 16,
}
