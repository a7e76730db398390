using System.Text.RegularExpressions;

namespace SupportAgents.Grains.Reasoning.Checks;

/// <summary>
/// Words that say that something was done. Different words for the same deed are one: an order that a tool calls shipped
/// was sent, too.
/// </summary>
public static partial class Deeds
{
    private static readonly Dictionary<string, string[]> s_words = new()
    {
        ["cancel"] = ["cancelled", "canceled", "voided"],
        ["refund"] = ["refunded", "credited", "reimbursed", "issued", "reversed"],
        ["return"] = ["returned"],
        ["exchange"] = ["exchanged", "replaced", "swapped"],
        ["change"] = ["changed", "updated", "modified", "edited", "adjusted", "switched", "corrected", "saved", "added", "removed", "deleted"],
        ["ship"] = ["shipped", "sent", "dispatched"],
        ["process"] = ["processed"],
        ["approve"] = ["approved", "granted", "accepted"],
        ["submit"] = ["submitted", "filed", "opened", "created"],
        ["place"] = ["placed"],
        ["arrange"] = ["arranged", "scheduled", "booked"],
        ["notify"] = ["notified", "emailed", "informed", "contacted", "reported"],
        ["transfer"] = ["escalated", "forwarded", "transferred"],
        ["upgrade"] = ["upgraded", "expedited", "waived", "applied"],
    };

    private static readonly Dictionary<string, string> s_deeds = s_words.SelectMany(pair => pair.Value.Select(word => (word, pair.Key))).ToDictionary(pair => pair.word, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The deed that stands for a handover to a person.</summary>
    public const string HandOver = "transfer";

    /// <summary>What a text says was done: the deed, who did it and when, and the words.</summary>
    public static IEnumerable<Claim> In(string clause) =>
        Statement().Matches(clause).Select(match => new Claim(
            s_deeds[match.Groups["verb"].Value],
            match.Groups["us"].Success ? Voice.Ours : match.Groups["now"].Success ? Voice.Now : Voice.Past,
            match.Index + match.Length, match.Value));

    /// <summary>What the records of a tool's answer say was done: their states and times.</summary>
    public static IEnumerable<string> InRecords(string json) =>
        Record().Matches(json).Select(match => s_deeds.GetValueOrDefault(match.Groups["verb"].Value) ?? "refund");

    /// <summary>Beginnings of the words for a deed.</summary>
    public static IEnumerable<string> Stems(string deed) => s_words[deed].Append(deed).Select(word => word.EndsWith("ed", StringComparison.Ordinal) ? word[..^2] : word.TrimEnd('e')).Distinct();

    [GeneratedRegex(@"\b(?:(?<us>I|we|our (?:team|system))(?:['’]ve|\s+have)?(?:\s+(?:just|now|already|also|successfully|gone ahead and|went ahead and))*|(?:has|have|was|were|(?<now>is|are))(?:\s+(?:now|just|already|also|successfully))*(?:\s+been)?(?:\s+(?:successfully|now|already))*)\s+(?<verb>cancel(?:l)?ed|voided|refunded|credited|reimbursed|issued|reversed|returned|exchanged|replaced|swapped|changed|updated|modified|edited|adjusted|switched|corrected|saved|added|removed|deleted|shipped|sent|dispatched|processed|approved|granted|accepted|submitted|filed|opened|created|placed|arranged|scheduled|booked|notified|emailed|informed|contacted|reported|escalated|forwarded|transferred|upgraded|expedited|waived|applied)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Statement();

    [GeneratedRegex(@"""(?:status|state)""\s*:\s*""(?<verb>cancelled|shipped|processed|returned|exchanged|approved)""|""(?<verb>cancelled|shipped|placed|returned|refunded|updated|created)At""\s*:\s*""|""kind""\s*:\s*""refund""", RegexOptions.IgnoreCase)]
    private static partial Regex Record();
}

/// <summary>Who did it, and when.</summary>
public enum Voice
{
    /// <summary>"I have cancelled": the agent itself, in this conversation.</summary>
    Ours,

    /// <summary>"It has been cancelled": somebody, some time.</summary>
    Past,

    /// <summary>"It is cancelled", or the rule "refunds are issued in 5 days".</summary>
    Now,
}

/// <summary>A statement that something was done.</summary>
/// <param name="Deed">What.</param>
/// <param name="Voice">By whom and when.</param>
/// <param name="End">Where the words end in the clause.</param>
/// <param name="Words">The words.</param>
public readonly record struct Claim(string Deed, Voice Voice, int End, string Words);
