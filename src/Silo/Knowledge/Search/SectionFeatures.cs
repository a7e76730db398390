using System.Text.RegularExpressions;
using SupportAgents.Silo.Knowledge.Documents;

namespace SupportAgents.Silo.Knowledge.Search;

/// <summary>What a section is like, apart from its words.</summary>
[Flags]
internal enum SectionTraits
{
    None = 0,

    /// <summary>It says a figure with or without a unit.</summary>
    Figures = 1,

    /// <summary>It lists steps in order.</summary>
    Steps = 2,

    /// <summary>Its headings speak of trouble.</summary>
    Trouble = 4,

    /// <summary>It gives an address, a number or a site to turn to.</summary>
    ContactPoint = 8,

    /// <summary>Its own heading speaks of using the thing.</summary>
    Usage = 16,

    /// <summary>Its own heading speaks of turning to somebody.</summary>
    Support = 32,
}

/// <summary>Finds a section's traits.</summary>
internal static partial class SectionFeatures
{
    /// <summary>The traits of a section.</summary>
    public static SectionTraits Of(DocumentSection section, string title)
    {
        var traits = SectionTraits.None;
        if (Figure().IsMatch(section.Text))
            traits |= SectionTraits.Figures;
        if (Step().IsMatch(section.Text))
            traits |= SectionTraits.Steps;
        if (section.Path.Append(title).Any(heading => TroubleWord().IsMatch(heading)))
            traits |= SectionTraits.Trouble;
        if (ContactPoint().IsMatch(section.Text))
            traits |= SectionTraits.ContactPoint;
        if (section.Path is not [.., var own])
            return traits;
        if (UsageWord().IsMatch(own))
            traits |= SectionTraits.Usage;
        if (SupportWord().IsMatch(own))
            traits |= SectionTraits.Support;
        return traits;
    }

    [GeneratedRegex(@"\w@\w|\b(www\.|https?:)|\b1[- ]\d{3}[- ][\dA-Z]|\b\d{3}-\d{4}\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ContactPoint();

    [GeneratedRegex(@"\b(us(e|ing|age)|operat\w+|how to)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UsageWord();

    [GeneratedRegex(@"\b(contact\w*|customer (service|support)|feedback)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SupportWord();

    [GeneratedRegex(@"(?<![\w.#])\d+([.,]\d+)?\s?[^\W\d]|\b(one|two|three|four|five|six|ten|twelve)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figure();

    [GeneratedRegex(@"^\s*\d{1,2}[.)]\s+\S", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Step();

    [GeneratedRegex(@"\b(trouble\w*|problems?|issues?|faults?|errors?|fail\w*|not|faq|common questions)\b|\?", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TroubleWord();
}
