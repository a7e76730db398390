using System.Text.RegularExpressions;

namespace SupportAgents.Grains.Reasoning.Checks;

/// <summary>
/// Words with which a sentence may begin to say something that must be checked: figures, days, promises, deeds, ids.
/// From such a word on, a sentence waits until it is whole.
/// </summary>
public static partial class HeldWords
{
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        // Who may promise or claim
        "i", "i'll", "i've", "i'm", "we", "we'll", "we've", "we're", "someone", "somebody", "team", "colleague", "colleagues", "specialist", "specialists", "representative",
        "manager", "agent", "technician", "department", "warehouse", "staff", "person",
        // How it is promised or claimed
        "will", "shall", "going", "promise", "guarantee", "has", "have", "had", "was", "were", "been", "get", "receive", "expect", "gets", "hear",
        // Days and spans
        "tomorrow", "tonight", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
        // Money
        "dollar", "dollars", "euro", "euros", "cents", "bucks", "percent", "usd", "eur", "free", "discount", "voucher", "coupon", "compensation", "compensate", "goodwill", "waive", "credit",
        // Ids
        "sku", "tracking", "reference",
    };

    /// <summary>True when the word needs its whole sentence before it may go out.</summary>
    public static bool Holds(string word)
    {
        var bare = word.Trim().Trim('*', '_', '(', ')', ',', ';', ':', '.', '!', '?', '"', '“', '”', '-', '–', '—').Replace('’', '\'');
        return bare.Length > 0 && (!Plain().IsMatch(bare) || s_words.Contains(bare) || NumberWords.IsOne(bare) || Deed().IsMatch(bare) || Month().IsMatch(bare));
    }

    [GeneratedRegex("^[A-Za-z]+(?:['-][A-Za-z]+)*$")]
    private static partial Regex Plain();

    [GeneratedRegex("^(?:refund|cancel|return|exchang|credit|issu|process|ship|waiv|appl|updat|modif|replac|reimburs|arrang|schedul|escalat|transfer|forward|approv|grant|accept|sent|dispatch|swap|void|revers|edit|adjust|switch|correct|sav|add|remov|delet|submit|fil|open|creat|plac|book|notif|email|inform|contact|report|upgrad|expedit|paid)", RegexOptions.IgnoreCase)]
    private static partial Regex Deed();

    [GeneratedRegex("^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember|t)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Month();
}
