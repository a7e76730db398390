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

    /// <summary>The product that is spoken of: named in the message, or what "it" means; null when neither.</summary>
    public static string? ProductOf(SkillContext context) =>
        Named(context.Slots) ?? Named(context.Ask.Slots) ?? (SaysNoProduct(context) ? context.Focus.ProductId : null);

    /// <summary>Sections that fit, best first.</summary>
    public static async Task<IReadOnlyList<KnowledgeHit>> Find(SkillContext context, string question, string? productId, CancellationToken cancellationToken)
    {
        if (productId is null)
            return Fitting(await Search(context, question, null, cancellationToken));
        var own = await Search(context, question, productId, cancellationToken);
        if (own.Count > 0 && own[0].Coverage >= Good)
            return Fitting(own);
        var general = (await Search(context, question, null, cancellationToken)).Where(hit => hit.ProductId is null || hit.ProductId == productId);
        return Fitting([.. own.Concat(general).DistinctBy(hit => (hit.DocumentId, hit.Section, hit.Text)).OrderByDescending(hit => Rounded(hit.Coverage)).ThenByDescending(hit => hit.Kind == KnowledgeKind.Guide && context.Ask.Intent == Intents.Troubleshoot)]);
    }

    /// <summary>
    /// Manuals' and guides' pages on trouble first, else in their order: how the thing is used is no remedy while one is
    /// written. With <paramref name="only"/> nothing but those.
    /// </summary>
    public static IReadOnlyList<KnowledgeHit> OnTrouble(IEnumerable<KnowledgeHit> hits, string symptom, bool only) =>
        [.. hits.Where(hit => hit.Kind is KnowledgeKind.Manual or KnowledgeKind.Guide)
            .Select(hit => (Hit: hit, IsOnTrouble: IsTrouble(hit.Section) || IsTrouble(hit.Title) || SignTable.Fitting(SignTable.Read(hit.Text), symptom).Count > 0))
            .Where(page => page.IsOnTrouble || !only).OrderByDescending(page => page.IsOnTrouble).Select(page => page.Hit)];

    /// <summary>A chapter on maintenance and trouble together says nothing of its sections.</summary>
    private static bool IsTrouble(string headings) =>
        headings.Split(SectionReader.Separator).Any(heading => TroubleWord().IsMatch(heading) && !heading.Contains(" and ", StringComparison.OrdinalIgnoreCase));

    /// <summary>True when the customer says no more than that something is wrong with the thing.</summary>
    public static bool IsVague(string symptom, string productName)
    {
        var name = Wording.Of(productName);
        return Wording.Of(symptom).Stems.All(stem => Vague.Has(stem) || name.Has(stem));
    }

    private static readonly Wording Vague = Wording.Of("wrong broken broke problem issue trouble working works help faulty defective stopped");

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

    private static string? Named(Slots slots) => slots.Products?.Select(mention => mention.ProductId).FirstOrDefault(id => id is not null);

    [GeneratedRegex(@"\b(trouble\w*|problems?|issues?|faults?|errors?|fail\w*|not|fix\w*|repair\w*|remed(y|ies))\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TroubleWord();

    private static bool SaysNoProduct(SkillContext context) => context.Ask.Slots.Products is not { Count: > 0 };
}
