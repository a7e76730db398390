using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Knowledge.Text;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Troubleshooting.Issues;
using SupportAgents.Grains.Stores;
using SupportAgents.Knowledge;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>
/// Something does not work: gives the steps of the section that fits in small portions, asks whether they helped, never
/// gives a failed step twice, stops where a guide says stop, and ends in solved, warranty, return, or a person.
/// </summary>
public sealed class TroubleshootSkill(TroubleEnding ending, KnownIssueRadar radar, TroubleMemory memory, ICatalogStore catalog) : ISkill
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
            return await Begin(context, await NewState(context, cancellationToken), cancellationToken);
        if (context.Message.Choice == TroubleEnding.Person || context.Request.Intent == Agents.Intents.TalkToHuman)
            return TroubleEnding.HandOff(context, state);
        return context.Resuming!.Awaiting switch
        {
            OpenAsk.Confirmation => await TroubleEnding.SettleClaim(context, state, cancellationToken),
            TroubleEnding.NextStep => await Next(context, state, cancellationToken),
            Product => await Begin(context, state with { ProductId = KnowledgeLookup.ProductOf(context) ?? ChosenProduct(context), Symptom = $"{state.Symptom} {Spoken(context)}".Trim() }, cancellationToken),
            StepTelling.Sign => await Branch(context, state, cancellationToken),
            _ => await Judge(context, state, cancellationToken),
        };
    }

    private static async Task<TroubleState> NewState(SkillContext context, CancellationToken cancellationToken) => new()
    {
        Symptom = context.Share,
        ProductId = await KnowledgeLookup.Meant(context, context.Share,
            ProductMentions.Main(context.Ask.Slots, context.Ask.Ask)?.ProductId ?? await ProductMentions.Bought(context, cancellationToken) ?? KnowledgeLookup.ProductOf(context), cancellationToken),
        Tried = GuideSteps.Tried(context.Message.Text),
    };

    private async Task<SkillResult> Begin(SkillContext context, TroubleState state, CancellationToken cancellationToken)
    {
        var hits = await Look(context, state, cancellationToken);
        if (state.ProductId is null && context.Resuming?.Awaiting != Product && !IsClear(hits, state.Symptom))
        {
            var bought = await PurchasedUnits.Read(context, cancellationToken);
            var choices = bought.DistinctBy(unit => unit.ProductId).Take(6).Select(unit => new Choice { Id = $"product:{unit.ProductId}", Label = unit.Name });
            return SkillResult.Ask(context.Open(Product, context.Say("which_product"), state, [.. choices]));
        }
        if (GeneralPage(state, hits) is { } page)
            return SkillResult.Done(context.Say("answer", new { text = AnswerExtractor.Extract(state.Symptom, page.Text, page.Title), source = KnowledgeLookup.Source(page) })) with { Citations = [KnowledgeLookup.Cite(page)] };
        var known = state with { ProductId = state.ProductId ?? (hits.Count > 0 ? hits[0].ProductId : null) };
        if (await radar.Notice(context, known, cancellationToken) is { } issue && !known.WasTried(issue.Answer!))
            return StepTelling.Known(context, known, issue);
        return await Give(context, await memory.Recall(context, known, cancellationToken), hits, cancellationToken);
    }

    /// <summary>An answer of the shop's own pages: of no product, or headed by what is told where the product's pages
    /// have nothing. "How do I get it repaired?" is answered by any page of it.</summary>
    private static KnowledgeHit? GeneralPage(TroubleState state, IReadOnlyList<KnowledgeHit> hits) =>
        state.ProductId is null ? hits is [{ Kind: KnowledgeKind.Policy or KnowledgeKind.Faq } first, ..] ? first : null
        : KnowledgeLookup.OnTrouble(hits, state.Symptom, only: true).Count > 0 ? null
        : hits.FirstOrDefault(hit => hit.Kind is KnowledgeKind.Policy or KnowledgeKind.Faq && KnowledgeLookup.HasHeading(hit, state.Symptom))
            ?? (AnswerExtractor.WantsProcedure(state.Symptom) && AnswerPages.InOrder(hits, state.Symptom, isAboutShop: false) is [var page, ..] ? page : null);

    /// <summary>Without a product, a page is taken only when the best sections are of one thing, or it is headed by what is told.</summary>
    private static bool IsClear(IReadOnlyList<KnowledgeHit> hits, string symptom) =>
        hits.Count > 0 && (hits[0].Coverage >= 0.7 && hits.Take(3).All(hit => IsSameThing(hit, hits[0]) || hit.Coverage < hits[0].Coverage - 0.1)
            || hits[0].Kind is KnowledgeKind.Policy or KnowledgeKind.Faq && KnowledgeLookup.HasHeading(hits[0], symptom));

    private static bool IsSameThing(KnowledgeHit hit, KnowledgeHit other) =>
        hit.DocumentId == other.DocumentId || (hit.ProductId is not null && hit.ProductId == other.ProductId);

    private async Task<SkillResult> Judge(SkillContext context, TroubleState state, CancellationToken cancellationToken)
    {
        var verdict = TroubleVerdict.Of(context);
        if (verdict == Verdict.Solved)
            return SkillResult.Done(context.Say("solved")) with { Citations = state.Used };
        if (verdict == Verdict.Trying)
            return SkillResult.Ask(context.Open(context.Resuming!.Awaiting, context.Say("trying"), state, context.Resuming.Choices));
        if (TroubleEnding.NamesChoice(Spoken(context)) && await ending.Take(context, state, cancellationToken) is { } taken)
            return taken;
        var told = GuideBranches.Told(state.Branches, Spoken(context));
        // Of branches that were given together, what they found out tells which one to try.
        var given = told.Count == 0 ? state.Given : state.Given.Where(step => !step.Contains('\n', StringComparison.Ordinal));
        var after = state with { Tried = [.. state.Tried, .. given, .. GuideSteps.Tried(Spoken(context))], Given = [] };
        await memory.Keep(context, after, cancellationToken);
        if (after.Stopped)
            return await ending.Offer(context, after, cancellationToken);
        // What they found out may have come before the steps were all tried: only what failed is said to have failed.
        if (told.FirstOrDefault(GuideBranches.Ends) is { } end)
            return await ending.Offer(context, TroubleVerdict.Fails(Spoken(context)) ? after : after with { Tried = state.Tried }, cancellationToken, end);
        if (StepTelling.Remaining(after, [.. told.Select(GuideSteps.Step)]) is { Count: > 0 } branch)
            return StepTelling.Portion(context, after with { Left = [.. branch, .. after.Left.Where(step => !after.Branches.Any(line => step.Text.Contains(line, StringComparison.Ordinal)))] }, after.Used[^1], "next_steps");
        after = verdict == Verdict.More && TroubleVerdict.IsNews(Spoken(context), state.Symptom, state.Given) ? after with { Symptom = $"{after.Symptom} {Spoken(context)}", Left = [] } : after;
        var left = StepTelling.Remaining(after, after.Left);
        return left.Count == 0 ? await GoOn(context, after, cancellationToken)
            : OnlyEnds(left) ? await ending.Offer(context, after, cancellationToken, left.Find(GuideBranches.IsEnding)?.Text)
            : StepTelling.Portion(context, after with { Left = left }, after.Used[^1], "next_steps");
    }

    /// <summary>True when nothing is left to try.</summary>
    private static bool OnlyEnds(List<GuideStep> steps) => steps.TrueForAll(step => step.IsWarning || GuideBranches.IsEnding(step)) && steps.Exists(GuideBranches.IsEnding);

    /// <summary>At the end: what was chosen; or it works after all, or something new is told that a page fits.</summary>
    private async Task<SkillResult> Next(SkillContext context, TroubleState state, CancellationToken cancellationToken)
    {
        if (Spoken(context).Length > 0 && TroubleVerdict.Works(Spoken(context)) && !TroubleEnding.NamesChoice(Spoken(context)))
            return SkillResult.Done(context.Say("solved")) with { Citations = state.Used };
        if (!TroubleEnding.NamesChoice(Spoken(context)) && GuideBranches.Told(state.Branches, Spoken(context)).FirstOrDefault(GuideBranches.Ends) is { } end)
            return await ending.Offer(context, state, cancellationToken, end);
        if (await TroubleEnding.Choose(context, state, cancellationToken) is { } chosen)
            return chosen;
        var after = state with { Symptom = $"{state.Symptom} {Spoken(context)}" };
        return state.Stopped || state.Used.Count >= MostSections || SubjectWords.Count(Spoken(context)) < 2
            ? TroubleEnding.AskAgain(context, state)
            : await GoOn(context, after, cancellationToken);
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

    /// <summary>Pages for what is told; who only says that something is wrong, or what no page has, gets the product's page on trouble.</summary>
    private async Task<IReadOnlyList<KnowledgeHit>> Look(SkillContext context, TroubleState state, CancellationToken cancellationToken)
    {
        var name = state.ProductId is null ? null : (await catalog.Find(state.ProductId, cancellationToken))?.Name;
        var found = name is not null && KnowledgeLookup.IsVague(state.Symptom, name) ? [] : await KnowledgeLookup.Find(context, state.Symptom, state.ProductId, cancellationToken);
        return found.Count == 0 && state is { ProductId: not null, Used.Count: 0 }
            ? [.. (await KnowledgeLookup.Find(context, "troubleshooting", state.ProductId, cancellationToken)).Where(hit => hit.ProductId == state.ProductId)]
            : found;
    }

    private async Task<SkillResult> Give(SkillContext context, TroubleState state, IReadOnlyList<KnowledgeHit> hits, CancellationToken cancellationToken)
    {
        var unused = KnowledgeLookup.OnTrouble(hits.Where(hit => IsWorthTrying(hit, state, hits)), state.Symptom, only: state.Used.Count > 0);
        // A table whose signs nobody named: the customer sees which one it is.
        var table = unused.FirstOrDefault(hit => SignTable.Read(hit.Text).Count > 0);
        if (table is not null && KnowledgeLookup.IsVague(state.Symptom, table.Title))
            return StepTelling.AskSign(context, state with { ProductId = state.ProductId ?? table.ProductId }, table);
        foreach (var hit in unused)
        {
            if (StepTelling.Remaining(state, GuideSteps.Read(hit.Text, state.Symptom)) is not { Count: > 0 } steps)
                continue;
            var citation = KnowledgeLookup.Cite(hit);
            var given = state with { Left = steps, Branches = [.. state.Branches, .. GuideBranches.Of(hit.Text)], Used = [.. state.Used, citation], ProductId = state.ProductId ?? hit.ProductId };
            if (OnlyEnds(steps) && state.Used.Count > 0)
                return await ending.Offer(context, given with { Left = [] }, cancellationToken, steps.Find(GuideBranches.IsEnding)!.Text);
            return StepTelling.Portion(context, given, citation, state.Used.Count == 0 ? "first_steps" : "other_steps");
        }
        return table is not null && state.Used.Count == 0
            ? StepTelling.AskSign(context, state with { ProductId = state.ProductId ?? table.ProductId }, table)
            : await ending.Offer(context, state, cancellationToken);
    }

    /// <summary>
    /// After a page that did not help, another one is only tried when it is headed by something of what is told, or has
    /// its sign or its condition; a manual's table is the short form of a guide that was worked through.
    /// </summary>
    private static bool IsWorthTrying(KnowledgeHit hit, TroubleState state, IReadOnlyList<KnowledgeHit> hits)
    {
        if (state.Used.Contains(KnowledgeLookup.Cite(hit)) || state.Used.Count + state.Earlier.Count == 0)
            return !state.Used.Contains(KnowledgeLookup.Cite(hit));
        var signs = SignTable.Read(hit.Text);
        return signs.Count > 0
            ? SignTable.Fitting(signs, state.Symptom).Count > 0 && !hits.Any(guide => guide.Kind == KnowledgeKind.Guide && state.Used.Any(used => used.DocumentId == guide.DocumentId))
            : SubjectWords.Of(hit.Section.Split(SectionReader.Separator)[^1]).Overlaps(SubjectWords.Of(state.Symptom))
                || GuideBranches.Told(GuideBranches.Of(hit.Text), state.Symptom).Count > 0;
    }

    private static string Spoken(SkillContext context) => context.Message.Choice is null ? context.Request.Ask : "";

    private static string? ChosenProduct(SkillContext context) =>
        context.Message.Choice?.StartsWith("product:", StringComparison.Ordinal) == true ? context.Message.Choice["product:".Length..] : null;
}
