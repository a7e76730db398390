namespace SupportAgents.Silo.Knowledge.Search;

/// <summary>
/// The numbers of the ranking formula (docs/decisions, "Knowledge search"). Those of the sections' formula were
/// varied one at a time and at random and stand on a plateau; those for searches without a product were set by a few trials.
/// </summary>
internal static class RankingWeights
{
    /// <summary>How soon further mentions of a term stop counting (BM25's k1).</summary>
    public const double Saturation = 1.2;

    /// <summary>How much long sections are held back (BM25's b).</summary>
    public const double LengthPenalty = 0.65;

    /// <summary>Words that are added to each length, so that sections of a few words are not favoured.</summary>
    public const double LengthFloor = 10;

    /// <summary>A mention in the section's own heading counts as that many in its text.</summary>
    public const double Heading = 2;

    /// <summary>A mention in the headings above.</summary>
    public const double Parents = 0.5;

    /// <summary>The share of a term's rarity among all sections; the rest is its rarity among the sections in question.</summary>
    public const double GlobalRarity = 0.2;

    /// <summary>The weight of a term's rarity among the sections in question: it tells the chapters of one manual apart.</summary>
    public const double LocalRarity = 1.2;

    /// <summary>What a section gains that has all concepts of the question.</summary>
    public const double Coverage = 0.4;

    /// <summary>What a section gains whose heading is made of words of the question.</summary>
    public const double HeadingCovered = 0.25;

    /// <summary>What two neighbours in the question gain that stand side by side.</summary>
    public const double Nearness = 0.5;

    /// <summary>The widest gap at which words count as near.</summary>
    public const int Window = 4;

    /// <summary>What a section on trouble gains when something does not work.</summary>
    public const double Trouble = 0.5;

    /// <summary>What a section on trouble loses when everything works: "how do I use it" is not answered by "it does not open".</summary>
    public const double NoTrouble = 0.15;

    /// <summary>What a section with an address or a number gains when somebody is to be reached.</summary>
    public const double ContactPoint = 0.2;

    /// <summary>What a section on reaching somebody loses when nobody is to be reached.</summary>
    public const double NoContact = 0.15;

    /// <summary>What a section on using the thing gains when that is asked.</summary>
    public const double Usage = 0.2;

    /// <summary>What a section with a figure gains when a figure is asked for.</summary>
    public const double Figures = 0.2;

    /// <summary>What a section with numbered steps gains when a procedure is asked for.</summary>
    public const double Steps = 0.2;

    /// <summary>What a word that only the document's title or product name has counts, beside one that the section has.</summary>
    public const double Named = 0.05;

    /// <summary>What a section's mention of a word counts that stands in its document's title or product name too.</summary>
    public const double NamedElsewhere = 0.5;

    /// <summary>What pages of the shop itself gain over those of products, when no product is given.</summary>
    public const double ShopPages = 1.35;

    /// <summary>What a document's first-pass score counts beside its sections' own, when no product is given.</summary>
    public const double FirstPass = 0.5;

    /// <summary>The weight of the words of a document's title and product name, when no product is given.</summary>
    public const double Name = 2;
}
