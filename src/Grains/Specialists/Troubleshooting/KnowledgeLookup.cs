using System.Text.RegularExpressions;
using SupportAgents.Agents;
using SupportAgents.Conversations;
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
        var own = productId is null ? [] : await Search(context, question, productId, cancellationToken);
        if (own.Count > 0 && own[0].Coverage >= Good)
            return Fitting(own);
        var general = (await Search(context, question, null, cancellationToken)).Where(hit => productId is null || hit.ProductId is null || hit.ProductId == productId);
        return Fitting([.. own.Concat(general).DistinctBy(hit => (hit.DocumentId, hit.Section, hit.Text)).OrderByDescending(hit => Rounded(hit.Coverage)).ThenByDescending(hit => hit.Kind == KnowledgeKind.Guide && context.Ask.Intent == Intents.Troubleshoot)]);
    }

    /// <summary>Pages on trouble first, else in their order: how the thing is used is no remedy while one is written.</summary>
    public static IEnumerable<KnowledgeHit> TroubleFirst(IEnumerable<KnowledgeHit> hits, string symptom) => hits.OrderByDescending(hit =>
        TroubleWord().IsMatch(hit.Section) || TroubleWord().IsMatch(hit.Title) || SignTable.Fitting(SignTable.Read(hit.Text), symptom).Count > 0);

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
