using SupportAgents.Grains.Knowledge.Text;
using SupportAgents.Grains.Stores;
using SupportAgents.Knowledge;

namespace SupportAgents.Grains.Tests.Specialists.Troubleshooting;

/// <summary>A search that ranks given sections by the words that they share with the question.</summary>
internal sealed class OverlapKnowledgeIndex(params KnowledgeHit[] sections) : IKnowledgeIndex
{
    public KnowledgeProgress Progress => KnowledgeProgress.None;

    public Task<IReadOnlyList<KnowledgeHit>> Search(KnowledgeQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<KnowledgeHit>>([.. sections
            .Where(section => query.ProductId is null || section.ProductId == query.ProductId)
            .Select(section => section with { Coverage = Wording.Of(query.Text).ShareIn(Wording.Of($"{section.Section} {section.Text}")) })
            .Select(section => section with { Score = section.Coverage })
            .Where(section => section.Score > 0)
            .OrderByDescending(section => section.Score)
            .Take(query.Limit)]);

    public static KnowledgeHit Section(string document, string section, string text, string? product = null, KnowledgeKind kind = KnowledgeKind.Guide) =>
        new() { DocumentId = document, Title = document, Section = section, ProductId = product, Kind = kind, Score = 0, Text = text };
}
