using System.Text.RegularExpressions;

namespace SupportAgents.Grains.Reasoning.Checks;

/// <summary>Holds one sentence of a model's reply against the evidence. Rules, in order: internals, figures, things done, promises.</summary>
public sealed partial class SentenceCheck(Evidence evidence, Secrets secrets)
{
    private static readonly Dictionary<string, string[]> s_deeds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["canceled"] = ["cancel"],
        ["cancelled"] = ["cancel"],
        ["refunded"] = ["refund"],
        ["returned"] = ["return"],
        ["exchanged"] = ["exchange"],
        ["credited"] = ["credit"],
        ["changed"] = ["chang", "modif", "updat"],
        ["modified"] = ["chang", "modif"],
        ["updated"] = ["updat", "chang"],
        ["shipped"] = ["shipped"],
        ["processed"] = ["processed"],
    };

    /// <summary>What is wrong with the sentence, or null.</summary>
    public SentenceFault? Check(string sentence) =>
        secrets.FindIn(sentence) is { } secret ? new SentenceFault(FaultKind.Internal, secret)
        : Untraced(sentence) is { } figure ? new SentenceFault(FaultKind.Untraced, figure)
        : NotDone(sentence) is { } deed ? new SentenceFault(FaultKind.NotDone, deed)
        : Promised(sentence) is { } promise ? new SentenceFault(FaultKind.Promise, promise)
        : null;

    private string? Untraced(string sentence)
    {
        // "I cannot refund $500" may repeat the customer's own number.
        var denies = Denial().IsMatch(sentence);
        var dated = DateText().Replace(sentence, " ");
        foreach (var amount in FactReader.Amounts(sentence))
            if (amount is null || !evidence.HasNumber(amount.Value, denies))
                return amount is null ? sentence : $"{amount}";
        foreach (var date in FactReader.Dates(sentence))
            if (!evidence.HasDate(date))
                return $"{date.Month}/{date.Day}";
        foreach (var id in FactReader.Ids(dated))
            if (!evidence.HasId(id))
                return id;
        foreach (var figure in FactReader.Figures(dated))
            if (!evidence.HasNumber(figure, denies) && !FactReader.Ids(dated).Any(id => id.Contains($"{figure}", StringComparison.Ordinal)))
                return $"{figure}";
        foreach (var span in FactReader.Durations(sentence))
            if (!evidence.HasDuration(span) && !denies)
                return $"{span.Count} {span.Unit}";
        return FactReader.RelativeDays(sentence).FirstOrDefault(day => !evidence.HasRelativeDay(day));
    }

    private string? NotDone(string sentence)
    {
        if (Denial().IsMatch(sentence) || Condition().IsMatch(sentence))
            return null;
        foreach (Match match in Deed().Matches(sentence))
        {
            var (verb, isOurs) = (match.Groups["verb"].Value, match.Groups["us"].Success);
            var stems = s_deeds.GetValueOrDefault(verb, [verb]);
            if (!stems.Any(stem => evidence.Did(stem) || !isOurs && evidence.Says(stem)) && !(evidence.IsHandedOff && HandOver().IsMatch(verb)))
                return match.Value;
        }
        return null;
    }

    private string? Promised(string sentence)
    {
        if (Gift().Match(sentence) is { Success: true } gift && !Denial().IsMatch(sentence) && !evidence.SaysOrProposes(Stem(gift.Value)))
            return gift.Value;
        if (Outcome().Match(sentence) is { Success: true } outcome && !Denial().IsMatch(sentence) && !IsTold(outcome.Groups["verb"].Value))
            return outcome.Value;
        if (Promise().Match(sentence) is not { Success: true } promise || evidence.IsHandedOff)
            return null;
        if (Harmless().IsMatch(promise.Groups["verb"].Value))
            return null;
        // What depends on the customer's next word is an offer; an offer to write needs its proposal.
        return Condition().IsMatch(sentence) && (evidence.HasProposal || !Write().IsMatch(sentence)) ? null : promise.Value;
    }

    private bool IsTold(string verb) =>
        evidence.SaysOrProposes(Stem(verb)) || Paying().IsMatch(verb) && evidence.SaysOrProposes("refund");

    private static string Stem(string word) => word.Length > 6 ? word[..6] : word;

    [GeneratedRegex(@"\b(?:not|no|never|cannot|unable|without|nothing|neither|nor)\b|n['’]t\b", RegexOptions.IgnoreCase)]
    private static partial Regex Denial();

    [GeneratedRegex(@"\b(?:once|if|when|after|as soon as|should|before|whether|until|unless)\b[^,;]*\b(?:you|your|confirm\w*|it|this|that|they|the)\b|\bwould you\b|\bdo you want\b|\bshall I\b|\bplease confirm\b", RegexOptions.IgnoreCase)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\b(?:(?<us>I|we|our (?:team|system))(?:['’]ve|\s+have)?(?:\s+(?:just|now|already|also|successfully|gone ahead and|went ahead and))*|(?:has|have|was|were|is|are)(?:\s+(?:now|just|already|also|successfully))*(?:\s+been)?(?:\s+(?:successfully|now|already))*)\s+(?<verb>cancel(?:l)?ed|refunded|returned|exchanged|changed|updated|modified|issued|credited|waived|applied|reimbursed|arranged|scheduled|booked|escalated|transferred|forwarded|notified|emailed|upgraded|replaced|processed|approved|granted|submitted|reversed|placed)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Deed();

    [GeneratedRegex("^(?:escalated|transferred|forwarded)$", RegexOptions.IgnoreCase)]
    private static partial Regex HandOver();

    [GeneratedRegex(@"\b(?:discounts?|vouchers?|coupons?|compensation|compensate|goodwill|store credit|free of charge|waive|reimburse\w*|free (?:replacement|shipping|gift))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Gift();

    [GeneratedRegex(@"\b(?:will|shall|going to)\s+(?:now\s+|also\s+|then\s+)?be\s+(?<verb>refunded|credited|shipped|sent|delivered|replaced|issued|processed|cancelled|canceled|exchanged|reimbursed|notified|contacted|emailed|called|upgraded)\b|\b(?:get|receive|expect)\s+(?:a|the|your)\s+(?:full\s+)?(?<verb>refund|replacement|callback|call|email|reimbursement)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Outcome();

    [GeneratedRegex(@"\b(?:I|we|someone|somebody|(?:our|the|a|my)\s+(?:\w+\s+)?(?:team|colleagues?|specialists?|representatives?|managers?|agents?|technicians?|department|warehouse|staff|person))(?:['’]ll|\s+will|\s+shall|['’]m going to|\s+am going to|['’]re going to|\s+are going to|\s+is going to|\s+promise\s+(?:to|that|you)?|\s+guarantee)\s+(?:(?:now|also|then|personally|definitely|gladly|make sure|ensure|that|we|I|to|you)\s+)*(?<verb>\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Promise();

    [GeneratedRegex("^(?:issued|credited|reimburse|processed)", RegexOptions.IgnoreCase)]
    private static partial Regex Paying();

    [GeneratedRegex("^(?:need|be|help|assist|ask|leave|explain|show|list|happily)$", RegexOptions.IgnoreCase)]
    private static partial Regex Harmless();

    [GeneratedRegex(@"\b(?:refund|cancel|return|exchang|chang|modif|updat|replac|credit|waiv|discount|send|ship|reimburs)\w*", RegexOptions.IgnoreCase)]
    private static partial Regex Write();

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\S*|\b\d{1,2}/\d{1,2}/\d{4}\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?:,?\s+\d{4})?", RegexOptions.IgnoreCase)]
    private static partial Regex DateText();
}
