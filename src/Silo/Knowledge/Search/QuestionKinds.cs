using System.Text.RegularExpressions;

namespace SupportAgents.Silo.Knowledge.Search;

/// <summary>Tells from a question's words what sort of answer is wanted.</summary>
internal static partial class QuestionKinds
{
    /// <summary>The kinds that fit; several may.</summary>
    public static QuestionKind Of(IReadOnlyList<string> words)
    {
        var text = string.Join(' ', words);
        var kind = QuestionKind.Any;
        if (Procedure().IsMatch(text))
            kind |= QuestionKind.Procedure;
        if (Figure().IsMatch(text))
            kind |= QuestionKind.Figure;
        if (Trouble().IsMatch(text))
            kind |= QuestionKind.Trouble;
        if (Contact().IsMatch(text))
            kind |= QuestionKind.Contact;
        if (Usage().IsMatch(text))
            kind |= QuestionKind.Usage;
        return kind;
    }

    [GeneratedRegex(@"\b(contact|contacting|support|customer service|feedback|help ?line|hotline|e ?mail|phone number|telephone|call|reach|get in touch|website)\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Contact();

    [GeneratedRegex(@"\b(how (to|do i|can i|should i|does one) (use|operate)|using)\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Usage();

    [GeneratedRegex(@"\bhow (to|do|does|can|could|should|would)\b|\b(steps|instructions|procedure|guide me|walk me)\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Procedure();

    [GeneratedRegex(@"\bhow (long|many|much|often|big|heavy|deep|far|fast|high|tall|wide|old|hot|cold|large|loud|bright|strong)\b|\b(rating|capacity|dimensions?|weight|size|period|range|voltage|wattage|maximum|minimum|max|min|temperature|depth|distance|length|frequency|resolution|duration)\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figure();

    [GeneratedRegex(@"\b(not|wont|doesnt|cant|cannot|isnt|didnt|wouldnt|couldnt|stopped|stops|broken|broke|fails?|failed|failing|faulty|error|errors|problems?|issues?|trouble|troubleshoot|fix|loose|stuck|wrong|defective|damaged)\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Trouble();
}
