using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Troubleshooting.Issues;
using SupportAgents.Knowledge;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>
/// Something does not work: gives the steps of the section that fits in small portions, asks whether they helped, never
/// gives a failed step twice, stops where a guide says stop, and ends in solved, warranty, return, or a person.
/// </summary>
public sealed class TroubleshootSkill(TroubleEnding ending, KnownIssueRadar radar, TroubleMemory memory) : ISkill
{
    /// <summary>Sections that are worked through before the customer is offered something else.</summary>
    public const int MostSections = 3;

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
            OpenAsk.Confirmation => await TroubleEnding.SettleClaim(context, state, cancellationToken),
            TroubleEnding.NextStep => await TroubleEnding.Choose(context, state, cancellationToken),
            Product => await Begin(context, state with { ProductId = KnowledgeLookup.ProductOf(context) ?? ChosenProduct(context), Symptom = $"{state.Symptom} {Spoken(context)}".Trim() }, cancellationToken),
            StepTelling.Sign => await Branch(context, state, cancellationToken),
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
        var hits = await Look(context, state, cancellationToken);
        if (state.ProductId is null && context.Resuming?.Awaiting != Product && !IsClear(hits))
        {
            var bought = await PurchasedUnits.Read(context, cancellationToken);
            var choices = bought.DistinctBy(unit => unit.ProductId).Take(6).Select(unit => new Choice { Id = $"product:{unit.ProductId}", Label = unit.Name });
            return SkillResult.Ask(context.Open(Product, context.Say("which_product"), state, [.. choices]));
        }
        if (state.ProductId is null && hits is [{ Kind: KnowledgeKind.Policy or KnowledgeKind.Faq } page, ..])
            return SkillResult.Done(context.Say("answer", new { text = AnswerExtractor.Extract(state.Symptom, page.Text, page.Title), source = KnowledgeLookup.Source(page) })) with { Citations = [KnowledgeLookup.Cite(page)] };
        var known = state with { ProductId = state.ProductId ?? (hits.Count > 0 ? hits[0].ProductId : null) };
        if (await radar.Notice(context, known, cancellationToken) is { } issue && !known.WasTried(issue.Answer!))
            return StepTelling.Known(context, known, issue);
        return await Give(context, await memory.Recall(context, known, cancellationToken), hits, cancellationToken);
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
        await memory.Keep(context, after, cancellationToken);
        if (after.Stopped)
            return await ending.Offer(context, after, cancellationToken);
        after = verdict == Verdict.More ? after with { Symptom = $"{after.Symptom} {Spoken(context)}", Left = [] } : after;
        if (StepTelling.Remaining(after, after.Left) is { Count: > 0 } left)
            return StepTelling.Portion(context, after with { Left = left }, after.Used[^1], "next_steps");
        return await GoOn(context, after, cancellationToken);
    }

    /// <summary>The customer tells which sign of a guide's table they see.</summary>
    private async Task<SkillResult> Branch(SkillContext context, TroubleState state, CancellationToken cancellationToken)
    {
        var rows = StepTelling.Chosen(context, state.Signs);
        var after = state with { Signs = [], Symptom = $"{state.Symptom} {Spoken(context)}".Trim() };
        if (rows.Count == 0)
            return await GoOn(context, after, cancellationToken);
        var steps = StepTelling.Remaining(after, [.. rows.Select(row => GuideSteps.Step(row.Remedy))]);
        return steps.Count == 0 ? await GoOn(context, after, cancellationToken)
            : StepTelling.Portion(context, after with { Left = steps }, after.Used[^1], "other_steps");
    }

    private async Task<SkillResult> GoOn(SkillContext context, TroubleState state, CancellationToken cancellationToken) =>
        await Give(context, state, state.Used.Count >= MostSections ? []
            : await Look(context, state, cancellationToken), cancellationToken);

    /// <summary>Pages for what is told; who only says that something is wrong gets the product's page on trouble.</summary>
    private static Task<IReadOnlyList<KnowledgeHit>> Look(SkillContext context, TroubleState state, CancellationToken cancellationToken) =>
        KnowledgeLookup.Find(context, state.ProductId is not null && KnowledgeLookup.IsVague(state.Symptom, "") ? "troubleshooting" : state.Symptom, state.ProductId, cancellationToken);

    private async Task<SkillResult> Give(SkillContext context, TroubleState state, IReadOnlyList<KnowledgeHit> hits, CancellationToken cancellationToken)
    {
        var unused = KnowledgeLookup.OnTrouble(hits.Where(hit => !state.Used.Contains(KnowledgeLookup.Cite(hit))), state.Symptom, only: state.Used.Count > 0);
        // A table whose signs nobody named: the customer sees which one it is.
        var table = unused.FirstOrDefault(hit => SignTable.Read(hit.Text).Count > 0);
        if (table is not null && KnowledgeLookup.IsVague(state.Symptom, table.Title))
            return StepTelling.AskSign(context, state with { ProductId = state.ProductId ?? table.ProductId }, table);
        foreach (var hit in unused)
        {
            if (StepTelling.Remaining(state, GuideSteps.Read(hit.Text, state.Symptom)) is not { Count: > 0 } steps)
                continue;
            var citation = KnowledgeLookup.Cite(hit);
            var given = state with { Left = steps, Used = [.. state.Used, citation], ProductId = state.ProductId ?? hit.ProductId };
            return StepTelling.Portion(context, given, citation, state.Used.Count == 0 ? "first_steps" : "other_steps");
        }
        return table is not null
            ? StepTelling.AskSign(context, state with { ProductId = state.ProductId ?? table.ProductId }, table)
            : await ending.Offer(context, state, cancellationToken);
    }

    private static string Spoken(SkillContext context) => context.Message.Choice is null ? context.Message.Text : "";

    private static string? ChosenProduct(SkillContext context) =>
        context.Message.Choice?.StartsWith("product:", StringComparison.Ordinal) == true ? context.Message.Choice["product:".Length..] : null;
}
