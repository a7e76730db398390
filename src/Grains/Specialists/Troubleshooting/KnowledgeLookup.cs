using System.Text.RegularExpressions;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Knowledge.Text;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Knowledge;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>How the skills find the section that answers: the product's documents first, the shop's general ones beside them.</summary>
internal static partial class KnowledgeLookup
{
    /// <summary>A section of the product's own documents with this much of the question needs no other.</summary>
    private const double Good = 0.7;

    /// <summary>A page of the product on trouble is looked at with this much of a long complaint.</summary>
    private const double Loose = 0.3;

    /// <summary>Pages that have this much less of what is told are as good as the best.</summary>
    private const double Near = 0.3;

    /// <summary>Coverages that differ by less are as much.</summary>
    private const double AsMuch = 0.05;

    /// <summary>The product that is spoken of: named in the message, or what "it" means; null when neither.</summary>
    public static string? ProductOf(SkillContext context) =>
        ProductMentions.Main(context.Slots, context.Request.Ask)?.ProductId ?? ProductMentions.Main(context.Ask.Slots, context.Ask.Ask)?.ProductId
            ?? (SaysNoProduct(context) ? context.Focus.ProductId : null);

    /// <summary>Sections that fit, best first.</summary>
    public static async Task<IReadOnlyList<KnowledgeHit>> Find(SkillContext context, string question, string? productId, CancellationToken cancellationToken)
    {
        if (productId is null)
            return Fitting(await Search(context, question, null, cancellationToken));
        var own = await Search(context, question, productId, cancellationToken);
        var general = (await Search(context, question, null, cancellationToken)).Where(hit => hit.ProductId is null || hit.ProductId == productId);
        if (own.Count > 0 && own[0].Coverage >= Good)
            return Fitting([.. own, .. general.Where(hit => HasHeading(hit, question)).ExceptBy(own.Select(Place), Place)]);
        var all = own.Concat(general).DistinctBy(Place).OrderByDescending(hit => Rounded(hit.Coverage)).ToList();
        var fitting = Fitting(all);
        return fitting.Count > 0 || context.Ask.Intent != Intents.Troubleshoot ? fitting
            // Who tells much says many words that no page has; a page on trouble of this very product may still fit.
            : [.. own.Where(hit => hit.Coverage >= Loose && IsOnTrouble(hit, question))];
    }

    /// <summary>
    /// The product that a question is about. A word that sounds like another product ("the knife", "the paddle length")
    /// does not lead away from the one that is spoken of, when its own pages have as much of the question.
    /// </summary>
    public static async Task<string?> Meant(SkillContext context, string question, string? product, CancellationToken cancellationToken)
    {
        if (context.Focus.ProductId is not { } focus || focus == product || ProductMentions.Main(context.Ask.Slots, context.Ask.Ask) is not { } mention || ProductMentions.IsTheirs(mention.Text, context.Ask.Ask))
            return product;
        var own = await Search(context, question, focus, cancellationToken);
        var other = await Search(context, question, product, cancellationToken);
        return own.Count > 0 && own[0].Coverage >= TroubleshootingTools.Fits && own.Max(hit => hit.Coverage) >= other.Select(hit => hit.Coverage).DefaultIfEmpty(0).Max() - AsMuch ? focus : product;
    }

    /// <summary>True when the question has all words of the section's own heading.</summary>
    public static bool HasHeading(KnowledgeHit hit, string question)
    {
        var heading = SubjectWords.Of(hit.Section.Split(SectionReader.Separator)[^1]);
        return heading.Count > 0 && heading.IsSubsetOf(SubjectWords.Of(question));
    }

    /// <summary>The share of what is told, besides the words of the document's title, that the section itself says.</summary>
    public static double Tells(KnowledgeHit hit, string text)
    {
        var words = SubjectWords.Of(text).Except(SubjectWords.Of(hit.Title)).ToList();
        var said = SubjectWords.Of($"{hit.Section.Split(SectionReader.Separator)[^1]} {hit.Text}");
        return words.Count == 0 ? 1 : words.Count(said.Contains) / (double)words.Count;
    }

    /// <summary>
    /// Manuals' and guides' pages on trouble, a guide's before a manual's where both fit: it has the steps, and the manual
    /// a line. Other pages come after them, and with <paramref name="only"/> not at all.
    /// </summary>
    public static IReadOnlyList<KnowledgeHit> OnTrouble(IEnumerable<KnowledgeHit> hits, string symptom, bool only)
    {
        var pages = hits.Where(hit => hit.Kind is KnowledgeKind.Manual or KnowledgeKind.Guide)
            .Select(hit => (Hit: hit, IsOnTrouble: IsOnTrouble(hit, symptom))).Where(page => page.IsOnTrouble || (!only && page.Hit.Text.Split('\n').Any(Sentences.IsItem))).ToList();
        var best = pages.Where(page => page.IsOnTrouble).Select(page => page.Hit.Coverage).DefaultIfEmpty(0).Max();
        return [.. pages.OrderByDescending(page => page.IsOnTrouble).ThenByDescending(page => page.Hit.Coverage >= best - Near ? (HasHeading(page.Hit, symptom) ? 2 : 0) + (page.Hit.Kind == KnowledgeKind.Guide ? 1 : 0) : -1).Select(page => page.Hit)];
    }

    private static bool IsOnTrouble(KnowledgeHit hit, string symptom) =>
        hit.Kind == KnowledgeKind.Guide || IsTrouble(hit.Section) || IsTrouble(hit.Title) || SignTable.Fitting(SignTable.Read(hit.Text), symptom).Count > 0;

    private static (string, string, string) Place(KnowledgeHit hit) => (hit.DocumentId, hit.Section, hit.Text);

    /// <summary>A chapter on maintenance and trouble together says nothing of its sections.</summary>
    private static bool IsTrouble(string headings) =>
        headings.Split(SectionReader.Separator).Any(heading => TroubleWord().IsMatch(heading) && !heading.Contains(" and ", StringComparison.OrdinalIgnoreCase));

    /// <summary>True when the customer says no more than that something is wrong with the thing.</summary>
    public static bool IsVague(string symptom, string productName)
    {
        var name = Wording.Of(productName);
        return Wording.Of(symptom).Stems.All(stem => Vague.Has(stem) || name.Has(stem));
    }

    private static readonly Wording Vague = Wording.Of("wrong broken broke problem issue trouble working works help faulty defective stopped died dead weird strange properly anymore suddenly hi hello");

    /// <summary>Where a section stands.</summary>
    public static Citation Cite(KnowledgeHit hit) => new() { DocumentId = hit.DocumentId, Title = hit.Title, Section = hit.Section };

    /// <summary>The same in words, for the end of a reply.</summary>
    public static string Source(KnowledgeHit hit) =>
        $"{hit.Title}{(hit.Section.Length > 0 ? $" › {hit.Section.Replace(" > ", " › ", StringComparison.Ordinal)}" : "")}{(hit.Page is { } page ? $", page {page}" : "")}";

    private static async Task<IReadOnlyList<KnowledgeHit>> Search(SkillContext context, string question, string? productId, CancellationToken cancellationToken)
    {
        var result = await context.Use(TroubleshootingTools.SearchKnowledge, new SearchKnowledgeArguments { Query = question, ProductId = productId }, cancellationToken);
        return result.Data as IReadOnlyList<KnowledgeHit> ?? [];
    }

    private static List<KnowledgeHit> Fitting(IReadOnlyList<KnowledgeHit> hits) => [.. hits.Where(hit => hit.Coverage >= TroubleshootingTools.Fits)];

    /// <summary>Differences below a tenth are noise: within them the order of the search stands.</summary>
    private static double Rounded(double coverage) => Math.Round(coverage, 1);

    [GeneratedRegex(@"\b(trouble\w*|problems?|issues?|faults?|errors?|fail\w*|not|fix\w*|repair\w*|remed(y|ies))\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TroubleWord();

    private static bool SaysNoProduct(SkillContext context) => context.Ask.Slots.Products is not { Count: > 0 };
}
