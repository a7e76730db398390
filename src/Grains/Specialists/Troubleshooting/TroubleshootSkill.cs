using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Knowledge;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>
/// Something does not work: gives the steps of the section that fits in small portions, asks whether they helped, never
/// gives a failed step twice, stops where a guide says stop, and ends in solved, warranty, return, or a person.
/// </summary>
public sealed class TroubleshootSkill(TroubleEnding ending) : ISkill
{
    /// <summary>Sections that are worked through before the customer is offered something else.</summary>
    public const int MostSections = 3;

    private const string Helped = "helped";
    private const string Product = "product";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.Troubleshoot, Agents.Intents.Complaint];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        if (context.State<TroubleState>() is not { } state)
            return await Begin(context, NewState(context), cancellationToken);
        if (context.Message.Choice == TroubleEnding.Person || context.Request.Intent == Agents.Intents.TalkToHuman)
            return TroubleEnding.HandOff(context, state);
        return context.Resuming!.Awaiting switch
        {
            TroubleEnding.NextStep => await TroubleEnding.Choose(context, state, cancellationToken),
            Product => await Begin(context, state with { ProductId = KnowledgeLookup.ProductOf(context) ?? ChosenProduct(context), Symptom = $"{state.Symptom} {Spoken(context)}".Trim() }, cancellationToken),
            _ => await Judge(context, state, cancellationToken),
        };
    }

    private static TroubleState NewState(SkillContext context) => new()
    {
        Symptom = context.Ask.Ask,
        ProductId = KnowledgeLookup.ProductOf(context),
        Tried = GuideSteps.Tried(context.Message.Text),
    };

    private async Task<SkillResult> Begin(SkillContext context, TroubleState state, CancellationToken cancellationToken)
    {
        var hits = await KnowledgeLookup.Find(context, state.Symptom, state.ProductId, cancellationToken);
        if (state.ProductId is null && context.Resuming?.Awaiting != Product && !IsClear(hits))
        {
            var bought = await PurchasedUnits.Read(context, cancellationToken);
            var choices = bought.DistinctBy(unit => unit.ProductId).Take(6).Select(unit => new Choice { Id = $"product:{unit.ProductId}", Label = unit.Name });
            return SkillResult.Ask(context.Open(Product, context.Say("which_product"), state, [.. choices]));
        }
        return await Give(context, state, hits, cancellationToken);
    }

    /// <summary>Without a product, a guide is taken only when the best sections are of one document.</summary>
    private static bool IsClear(IReadOnlyList<KnowledgeHit> hits) =>
        hits.Count > 0 && hits[0].Coverage >= 0.7 && hits.Take(3).All(hit => hit.DocumentId == hits[0].DocumentId || hit.Coverage < hits[0].Coverage - 0.1);

    private async Task<SkillResult> Judge(SkillContext context, TroubleState state, CancellationToken cancellationToken)
    {
        var verdict = TroubleVerdict.Of(context);
        if (verdict == Verdict.Solved)
            return SkillResult.Done(context.Say("solved")) with { Citations = state.Used };
        var after = state with { Tried = [.. state.Tried, .. state.Given, .. GuideSteps.Tried(context.Message.Text)], Given = [] };
        if (after.Stopped)
            return await ending.Offer(context, after, cancellationToken);
        var added = context.Message.Choice is null ? Spoken(context) : "";
        after = verdict == Verdict.More ? after with { Symptom = $"{after.Symptom} {added}", Left = [] } : after;
        if (Remaining(after, after.Left) is { Count: > 0 } left)
            return Portion(context, after with { Left = left }, after.Used[^1], "next_steps");
        var hits = after.Used.Count >= MostSections ? []
            : await KnowledgeLookup.Find(context, after.Symptom, after.ProductId, cancellationToken);
        return await Give(context, after, hits, cancellationToken);
    }

    private async Task<SkillResult> Give(SkillContext context, TroubleState state, IReadOnlyList<KnowledgeHit> hits, CancellationToken cancellationToken)
    {
        foreach (var hit in hits)
        {
            var citation = KnowledgeLookup.Cite(hit);
            var steps = state.Used.Contains(citation) ? [] : Remaining(state, GuideSteps.Read(hit.Text, state.Symptom));
            if (steps.Count > 0)
            {
                var given = state with { Left = steps, Used = [.. state.Used, citation], ProductId = state.ProductId ?? hit.ProductId };
                return Portion(context, given, citation, state.Used.Count == 0 ? "first_steps" : "other_steps");
            }
        }
        return await ending.Offer(context, state, cancellationToken);
    }

    private static SkillResult Portion(SkillContext context, TroubleState state, Citation citation, string key)
    {
        var portion = GuideSteps.Next(state.Left, 0);
        var stops = portion.Any(step => step.IsWarning && step.Text.Contains("stop using", StringComparison.OrdinalIgnoreCase));
        var after = state with { Given = [.. portion.Select(step => step.Text)], Left = [.. state.Left.Skip(portion.Count)], Stopped = stops };
        var number = state.Tried.Count(tried => state.Used.Count > 0) + 1;
        var question = context.Say(key, new { steps = Numbered(portion, key == "next_steps" ? number : 1), source = $"{citation.Title}{(citation.Section.Length > 0 ? $" › {citation.Section.Replace(" > ", " › ", StringComparison.Ordinal)}" : "")}" });
        var open = context.Open(Helped, question, after, [new Choice { Id = "helped", Label = "Yes, it works" }, new Choice { Id = "not_helped", Label = "No, still not" }, new Choice { Id = TroubleEnding.Person, Label = "Talk to a person" }]);
        return SkillResult.Ask(open) with
        {
            Citations = [citation],
            Focus = after.ProductId is null ? null : context.Focus with { ProductId = after.ProductId },
        };
    }

    private static string Numbered(IReadOnlyList<GuideStep> steps, int first) =>
        steps.Count == 1 && steps[0].Text.StartsWith("- ", StringComparison.Ordinal) ? steps[0].Text
            : string.Join('\n', steps.Select((step, index) => $"{first + index}. {step.Text.Replace("\n", "\n   ", StringComparison.Ordinal)}"));

    private static List<GuideStep> Remaining(TroubleState state, IReadOnlyList<GuideStep> steps) => [.. steps.Where(step => !state.WasTried(step.Text))];

    private static string Spoken(SkillContext context) => context.Message.Choice is null ? context.Message.Text : "";

    private static string? ChosenProduct(SkillContext context) =>
        context.Message.Choice?.StartsWith("product:", StringComparison.Ordinal) == true ? context.Message.Choice["product:".Length..] : null;
}
