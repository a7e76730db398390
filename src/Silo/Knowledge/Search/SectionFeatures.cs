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
        return traits;
    }

    [GeneratedRegex(@"(?<![\w.#])\d+([.,]\d+)?\s?[^\W\d]|\b(one|two|three|four|five|six|ten|twelve)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figure();

    [GeneratedRegex(@"^\s*\d{1,2}[.)]\s+\S", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Step();

    [GeneratedRegex(@"\b(trouble\w*|problems?|issues?|faults?|errors?|fail\w*|not|faq|common questions)\b|\?", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TroubleWord();
}
