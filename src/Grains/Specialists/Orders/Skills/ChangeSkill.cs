using System.Text.Json;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Orders.Skills.Parts;
using SupportAgents.Grains.Specialists.Orders.Skills.Reading;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>
/// A change of the customer's records: gathers the form's facts one question at a time, proposes, and settles the
/// proposal. Whatever the customer corrects on the way, also in place of a yes, makes a new proposal.
/// </summary>
public abstract class ChangeSkill(ICatalogStore catalog, IPolicyStore policies) : ISkill
{
    private const int TimesAskedAlone = 2;
    private static readonly JsonSerializerOptions s_state = new(JsonSerializerDefaults.Web);

    /// <summary>The intent that it serves.</summary>
    protected abstract string Intent { get; }

    /// <summary>The tool that proposes the change of the draft's order.</summary>
    protected abstract string ToolFor(ChangeDraft draft);

    /// <summary>The facts that are needed, in the order in which they are asked for.</summary>
    protected abstract IReadOnlyList<IFormPart> Parts { get; }

    /// <summary>The tool's arguments out of a complete form.</summary>
    protected abstract object Arguments(ChangeDraft draft);

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents => [Intent];

    /// <inheritdoc/>
    public bool Proposes => true;

    /// <inheritdoc/>
    public virtual bool IsFinal => false;

    /// <inheritdoc/>
    public virtual IReadOnlyList<UnderstoodRequest> Arrange(IReadOnlyList<UnderstoodRequest> asks) => OrderAsks.PartByOrder(asks, cut: true);

    /// <inheritdoc/>
    public bool Continues(UnderstoodRequest ask, UnderstoodRequest next) => OrderAsks.Explains(ask, next);

    /// <inheritdoc/>
    public bool Absorbs(OpenAsk open, UnderstoodRequest other) => OrderAsks.BelongTo(open, other);

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var draft = await Begin(context, cancellationToken);
        if (context.Resuming is { Awaiting: OpenAsk.Switched, Proposal: { } left })
            await context.Use(OrderToolNames.DeclineProposal, new { proposal_id = left.Id }, cancellationToken);
        var result = await Run(draft, cancellationToken);
        return result with
        {
            Memory = new JsonText(JsonSerializer.Serialize(draft.Form, s_state)),
            Further = [.. draft.Others.Select(order => context.Request with { Slots = context.Slots with { OrderIds = [order.Id], OrderReference = null } })],
        };
    }

    private async Task<SkillResult> Run(ChangeDraft draft, CancellationToken cancellationToken)
    {
        var context = draft.Context;
        // A plain yes or no says nothing about the facts: "changed my mind" is then no reason.
        var isExplicit = context.Resuming is not null && (context.Message.Confirm is not null || DialogueChoices.ProposalOf(context.Message.Choice) is not null
            || context.Resuming.Proposal is not null && context.Request.Intent is Agents.Intents.Affirm or Agents.Intents.Deny or Agents.Intents.NeverMind);
        if (!isExplicit)
            foreach (var part in Parts)
                part.Hear(draft);
        if (context.Resuming is { Proposal: { } proposal, Awaiting: not OpenAsk.Switched } && (isExplicit || !IsCorrected(draft)))
            return await new ProposalSettling(context, draft).Settle(proposal, cancellationToken);
        if (context.Resuming is null && context.Slots.Negated == true)
            return Kept(draft);
        if (Beforehand(draft) is { } settled)
            return settled;
        if (draft.UnknownOrder is not null && context.Resuming is null)
            return SkillResult.Declined(context.Say("order_not_found", new { id = draft.UnknownOrder }), $"order {draft.UnknownOrder} not found");
        if (draft.Orders.Count == 0 && Parts[0] is OrderPart)
            return SkillResult.Declined(context.Say("no_orders"), "there are no orders");
        foreach (var part in Parts)
        {
            if (draft.Order is { } order && part is not OrderPart && Early(draft, order) is { } refused)
                return refused;
            if (part is not OrderPart && draft.Order is { } asked && Possibility.IsAsked(context) && part.Missing(draft) is not null)
                return Possible(draft, asked);
            if (part.Missing(draft) is { } question)
                return Ask(draft, part, question);
        }
        return await Propose(draft, cancellationToken);
    }

    /// <summary>What settles the ask before it is looked for its order; null when nothing does.</summary>
    protected virtual SkillResult? Beforehand(ChangeDraft draft) => null;

    /// <summary>What refuses the change whatever else is said, so that nothing more is asked; null when nothing does.</summary>
    protected virtual SkillResult? Early(ChangeDraft draft, Order order) => null;

    /// <summary>"Please do not cancel it": it stays as it is, and the customer hears so.</summary>
    private static SkillResult Kept(ChangeDraft draft) => draft.Order is { } order
        ? SkillResult.Done(draft.Context.Say("kept", new { id = order.Id, status = OrderWords.Status(order.Status) })) with { Focus = OrderQuestion.FocusOn(draft.Context, [order]) }
        : SkillResult.Done(draft.Context.Say("kept_nothing"));

    /// <summary>"Can I still change it?" is answered before anything is asked.</summary>
    private static SkillResult Possible(ChangeDraft draft, Order order)
    {
        var context = draft.Context;
        var reply = context.Say("still_possible", new { id = order.Id, status = OrderWords.Status(order.Status), possible = NextSteps.Possible(context, order, draft.Rules) });
        return SkillResult.Done(reply) with { Open = NextSteps.Offer(context, order, draft.Rules, reply), Focus = OrderQuestion.FocusOn(context, [order]) };
    }

    private async Task<ChangeDraft> Begin(SkillContext context, CancellationToken cancellationToken)
    {
        var orders = await context.Orders(cancellationToken);
        var customer = await context.Customer(cancellationToken);
        var products = (await catalog.List(cancellationToken)).ToDictionary(product => product.Id);
        return new ChangeDraft(context, context.State<OrderForm>() ?? new OrderForm(), orders, customer, products, await policies.Current(cancellationToken));
    }

    private async Task<SkillResult> Propose(ChangeDraft draft, CancellationToken cancellationToken)
    {
        var context = draft.Context;
        var tool = ToolFor(draft);
        var result = await context.Use(tool, Arguments(draft), cancellationToken);
        if (result.Proposal is not { } proposal)
            return new RefusalTelling(draft, Intent).Tell(result.Refusal!, question => Ask(draft, question.Part, question.Question));
        // The tool takes the place of an older proposal for the same order; one for another order is left to us.
        if (context.Resuming is { Proposal: { } older, Awaiting: not OpenAsk.Switched } && older.Id != proposal.Id && draft.Form.OrderId != draft.Before.OrderId)
            await context.Use(OrderToolNames.DeclineProposal, new { proposal_id = older.Id }, cancellationToken);
        return ProposalTelling.Confirm(draft, proposal, isOncePerOrder: tool is OrderToolNames.ModifyPendingOrderItems or OrderToolNames.ReturnDeliveredOrderItems or OrderToolNames.ExchangeDeliveredOrderItems);
    }

    private static SkillResult Ask(ChangeDraft draft, IFormPart part, FormQuestion question)
    {
        var context = draft.Context;
        var (text, choices) = (question.Text, question.Choices);
        if (context.Resuming is { } asked && asked.Awaiting == part.Awaiting && asked.Asked >= TimesAskedAlone && !IsCorrected(draft))
        {
            text = $"{text}{(text.Contains('\n', StringComparison.Ordinal) ? "\n\n" : " ")}{context.Say("or_person")}";
            choices = [.. choices, new Choice { Id = Supervisor.DialogueRouter.MeaningPrefix + Agents.Intents.TalkToHuman, Label = context.Say("step_talk_to_human") }];
        }
        var focus = draft.Order is { } order ? Spoken(draft, order)
            : part is OrderPart && draft.Candidates.Count > 1 ? OrderQuestion.FocusOn(context, [.. draft.Candidates.Take(choices.Count)]) : null;
        var open = context.Open(part.Awaiting, text, draft.Form, choices);
        // A question about the next unit is a new one.
        return SkillResult.Ask(IsCorrected(draft) ? open with { Asked = 1 } : open) with { Focus = focus };
    }

    /// <summary>The order, and the product where one thing of it is meant: "which colours are there?" is about that.</summary>
    private static Focus Spoken(ChangeDraft draft, Order order)
    {
        var focus = OrderQuestion.FocusOn(draft.Context, [order]);
        return draft.Form.Units is [var unit] ? focus with { ProductId = order.Items[unit.Position].ProductId, VariantId = order.Items[unit.Position].VariantId } : focus;
    }

    /// <summary>True when this turn changed a fact, and not only added to what was heard.</summary>
    private static bool IsCorrected(ChangeDraft draft) =>
        Facts(draft.Form) != Facts(draft.Before) || draft.UnknownOrder is not null || draft.Methods.Count > 1;

    private static string Facts(OrderForm form) => JsonSerializer.Serialize(form with { Heard = [], Offered = null });
}
