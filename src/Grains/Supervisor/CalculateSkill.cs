using System.Text.RegularExpressions;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Tools;

namespace SupportAgents.Grains.Supervisor;

/// <summary>Sums that a customer wants done: the arithmetic in the message goes to the calculator.</summary>
public sealed partial class CalculateSkill : ISkill
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.Calculate];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var expression = Arithmetic().Match(context.Ask.Ask.Replace('x', '*').Replace("$", "", StringComparison.Ordinal)).Value.Trim();
        if (expression.Length == 0)
            return SkillResult.Declined(context.Say("calculate_what"), "there is no sum in the message");
        var result = await context.Use("calculate", new { expression }, cancellationToken);
        return result.Refusal is { } refusal
            ? SkillResult.Declined(context.Say("calculate_failed", new { result.Text }), refusal.Rule)
            : SkillResult.Done(context.Say("calculated", new { expression, result.Text }));
    }

    [GeneratedRegex(@"[\d(][\d\s+\-*/().]*[\d)]")]
    private static partial Regex Arithmetic();
}
