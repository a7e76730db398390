using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Specialists.Recommendations.Skills;

/// <summary>What the shop sells.</summary>
public sealed class ListTypesSkill : ISkill
{
    private const int Shown = 60;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.ListProductTypes];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var result = await context.Use("list_product_types", new { }, cancellationToken);
        if (result.Data is not ProductTypes { Count: > 0 } types)
            return SkillResult.Done(context.Say("empty_catalogue"));
        var names = types.Categories.Count > 0 ? types.Categories.Select(category => $"{category.Category} ({category.Count})") : types.Items.Select(item => item.Name);
        return SkillResult.Done(context.Say("types", new { types.Count, names = names.Take(Shown) }));
    }
}
