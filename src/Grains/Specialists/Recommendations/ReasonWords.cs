using System.Globalization;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Recommendations.Feedback;
using SupportAgents.Grains.Specialists.Recommendations.Ranking;

namespace SupportAgents.Grains.Specialists.Recommendations;

/// <summary>The evidence for a recommendation in words. What is too weak to be a reason is left out.</summary>
internal static class ReasonWords
{
    private const int LeastTogether = 2;
    private const int LeastBuyers = 3;
    private const double PraisedFrom = 4;

    /// <summary>At most three reasons, strongest first.</summary>
    /// <param name="ranked">The product with its evidence.</param>
    /// <param name="named">Products that the customer named: said differently from what they own.</param>
    /// <param name="nameOf">A product's name.</param>
    /// <param name="feedback">What reviews say about it.</param>
    public static IReadOnlyList<string> Of(RankedProduct ranked, IReadOnlyList<string> named, Func<string, string> nameOf, FeedbackSummary? feedback) =>
        [.. ranked.Evidence.Select(evidence => Say(evidence, ranked, named, nameOf, feedback)).OfType<string>().Take(3)];

    private static string? Say(Evidence evidence, RankedProduct ranked, IReadOnlyList<string> named, Func<string, string> nameOf, FeedbackSummary? feedback) => evidence.Kind switch
    {
        EvidenceKind.CoPurchase when evidence is { Count: >= LeastTogether, ProductId: { } id } =>
            named.Contains(id) ? $"{evidence.Count} customers bought it along with the {nameOf(id)}"
            : $"because you bought the {nameOf(id)}: {evidence.Count} customers who have that bought this too",
        EvidenceKind.Content when evidence.ProductId is { } id =>
            named.Contains(id) ? $"similar to the {nameOf(id)}" : $"similar to the {nameOf(id)} you bought",
        EvidenceKind.Rating when evidence is { Mean: >= PraisedFrom } => Rated(evidence, feedback),
        EvidenceKind.Popularity when evidence.Count >= LeastBuyers => $"{evidence.Count} customers bought it",
        EvidenceKind.Interest => "you looked at it lately",
        EvidenceKind.Preference when evidence.Value is { } value => $"you told us that you like {value}",
        _ => null,
    };

    private static string Rated(Evidence evidence, FeedbackSummary? feedback)
    {
        var mean = evidence.Mean!.Value.ToString("0.0", CultureInfo.InvariantCulture);
        if (evidence.Count is not > 0)
            return $"rated {mean} in the catalogue";
        var praise = (feedback?.Likes ?? []).Take(2).Select(aspect => aspect.About).ToList();
        return $"{mean} from {evidence.Count} {(evidence.Count == 1 ? "review" : "reviews")}{(praise.Count > 0 ? $", people praise {ReplyHelpers.Join(praise)}" : "")}";
    }
}
