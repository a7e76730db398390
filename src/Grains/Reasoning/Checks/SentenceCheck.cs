using System.Text.RegularExpressions;

namespace SupportAgents.Grains.Reasoning.Checks;

/// <summary>Holds one sentence of a model's reply against the evidence. Rules, in order: internals, figures, things done, promises.</summary>
public sealed partial class SentenceCheck(Evidence evidence, Secrets secrets)
{
    private const int StemLength = 6;

    /// <summary>What is wrong with the sentence, or null.</summary>
    public SentenceFault? Check(string sentence) =>
        secrets.FindIn(sentence) is { } secret ? new SentenceFault(FaultKind.Internal, secret)
        : Untraced(sentence) is { } figure ? new SentenceFault(FaultKind.Untraced, figure)
        : NotDone(sentence) is { } deed ? new SentenceFault(FaultKind.NotDone, deed)
        : Promised(sentence) is { } promise ? new SentenceFault(FaultKind.Promise, promise)
        : null;

    private string? Untraced(string sentence)
    {
        foreach (var date in FactReader.Dates(sentence))
            if (!evidence.HasDate(date))
                return $"{date.Month}/{date.Day}";
        var dated = FactReader.WithoutDates(sentence);
        var ids = FactReader.Ids(dated).ToList();
        if (ids.Find(id => !evidence.HasId(id)) is { } unknown)
            return unknown;
        foreach (var clause in Clause.Of(dated))
            if (Untraced(clause, ids) is { } figure)
                return figure;
        return FactReader.RelativeDays(sentence).FirstOrDefault(day => !evidence.HasRelativeDay(day));
    }

    private string? Untraced(string clause, List<string> ids)
    {
        // "I cannot refund $500" may repeat the customer's own number, and so may what is about no money.
        var denies = Clause.Denies(clause);
        foreach (var amount in FactReader.Amounts(clause))
            if (amount is null || !evidence.HasNumber(amount.Value, denies))
                return amount is null ? clause.Trim() : $"{amount}";
        var mayRepeat = denies || !Money().IsMatch(clause);
        foreach (var figure in FactReader.Figures(clause))
            if (!evidence.HasNumber(figure, mayRepeat) && !ids.Exists(id => id.Contains($"{figure}", StringComparison.Ordinal)))
                return $"{figure}";
        return denies ? null : FactReader.Durations(clause).Where(one => !evidence.HasDuration(one.Span)).Select(one => one.Words).FirstOrDefault();
    }

    private string? NotDone(string sentence)
    {
        foreach (var clause in Clause.Of(sentence))
            foreach (var claim in Deeds.In(clause))
                if (!IsDenied(claim, clause, sentence) && !IsProven(claim))
                    return claim.Words;
        return null;
    }

    private static bool IsDenied(Claim claim, string clause, string sentence) =>
        Clause.Denies(clause[..claim.End]) || Clause.Depends(claim.Voice == Voice.Now ? sentence : clause[..claim.End]);

    private bool IsProven(Claim claim) =>
        Deeds.Stems(claim.Deed).Any(stem => evidence.Did(stem) || claim.Voice == Voice.Now && evidence.Says(stem))
        || claim.Voice != Voice.Ours && evidence.States(claim.Deed)
        || claim.Deed == Deeds.HandOver && evidence.IsHandedOff;

    private string? Promised(string sentence)
    {
        foreach (var clause in Clause.Of(sentence).Where(clause => !Clause.Denies(clause)))
        {
            if (Gift().Match(clause) is { Success: true } gift && !evidence.SaysTogether(Array.ConvertAll(gift.Value.Split(' '), Stem)))
                return gift.Value;
            if (Outcome().Match(clause) is { Success: true } outcome && !IsTold(outcome.Groups["verb"].Value))
                return outcome.Value;
        }
        if (Promise().Match(sentence) is not { Success: true } promise || evidence.IsHandedOff)
            return null;
        var verb = promise.Groups["verb"].Value;
        if (Harmless().IsMatch(verb) || promise.Groups["we"].Success && IsRule(Stem(verb)))
            return null;
        // What depends on the customer's next word is an offer; an offer to write needs its proposal.
        return Clause.Depends(sentence) && (evidence.HasProposal || !Write().IsMatch(sentence)) ? null : promise.Value;
    }

    /// <summary>"We will ship on the same day" may repeat what a document says of us.</summary>
    private bool IsRule(string stem) => Rules.Any(rule => evidence.Says($"{rule}{stem}"));

    private static string[] Rules { get; } = ["we ", "we will ", "we'll ", "will be ", "will ", "team "];

    private bool IsTold(string verb) =>
        evidence.SaysOrProposes(Stem(verb)) || Paying().IsMatch(verb) && evidence.SaysOrProposes("refund");

    private static string Stem(string word) => word.Length > StemLength ? word[..StemLength] : word;

    [GeneratedRegex(@"\b(?:refund|credit|cost|price|pay|charge|total|discount|amount|back|save|worth|owe)", RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    [GeneratedRegex(@"\b(?:discounts?|vouchers?|coupons?|compensation|compensate|goodwill|store credit|free of charge|waive|reimburse\w*|free (?:replacement|shipping|gift))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Gift();

    [GeneratedRegex(@"\b(?:will|shall|going to|['’]ll)\s+(?:now\s+|also\s+|then\s+)?be\s+(?<verb>refunded|credited|shipped|sent|delivered|replaced|issued|processed|cancelled|canceled|exchanged|reimbursed|notified|contacted|emailed|called|upgraded)\b|\b(?:get|receive|expect)\s+(?:an?|the|your)\s+(?:\w+\s+)?(?<verb>refund|replacement|callback|call|e-?mail|message|reimbursement|reply|response)\b|\b(?<verb>hear)\s+(?:back\s+)?from\b", RegexOptions.IgnoreCase)]
    private static partial Regex Outcome();

    [GeneratedRegex(@"\b(?:I|(?<we>we|someone|somebody|(?:our|the|a|my)\s+(?:\w+\s+)?(?:team|colleagues?|specialists?|representatives?|managers?|agents?|technicians?|department|warehouse|staff|person)))(?:['’]ll|\s+will|\s+shall|['’]m going to|\s+am going to|['’]re going to|\s+are going to|\s+is going to|\s+promise\s+(?:to|that|you)?|\s+guarantee)\s+(?:(?:now|also|then|personally|definitely|gladly|make sure|ensure|that|we|I|to|you)\s+)*(?<verb>be\s+\w+|\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Promise();

    [GeneratedRegex("^(?:issued|credited|reimburse|processed)", RegexOptions.IgnoreCase)]
    private static partial Regex Paying();

    [GeneratedRegex(@"^(?:not|never|no|need|help|assist|ask|leave|explain|show|list|happily|walk|guide|suggest|recommend|wait|assume|tell|share|summari[sz]e|start|be\s+(?:happy|glad|able|here|sorry|pleased|delighted|honest|clear))$", RegexOptions.IgnoreCase)]
    private static partial Regex Harmless();

    [GeneratedRegex(@"\b(?:refund|cancel|return|exchang|chang|modif|updat|replac|credit|waiv|discount|send|ship|reimburs)\w*", RegexOptions.IgnoreCase)]
    private static partial Regex Write();
}
