using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Recommendations.History;
using SupportAgents.Grains.Specialists.Orders;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>What remains when no step helped: the warranty, a return or exchange where they are open, and always a person.</summary>
public sealed class TroubleEnding(IOrderStore orders, IPolicyStore policies)
{
    /// <summary>The open question of the ending.</summary>
    public const string NextStep = "next_step";

    /// <summary>The choice of a person.</summary>
    public const string Person = "person";

    private const string Claim = "warranty";
    private const string SendBack = "return";

    private static readonly string[] s_ways = ["warranty", "claim", "return", "exchange", "replace", "person", "human", "refund"];

    /// <summary>Says what was tried and offers what there is.</summary>
    /// <param name="context">The ask.</param>
    /// <param name="state">What was told and tried.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="says">What the guide says to it, verbatim; null when it says nothing.</param>
    public async Task<SkillResult> Offer(SkillContext context, TroubleState state, CancellationToken cancellationToken, string? says = null)
    {
        var (known, unit, warranty, choices) = await Ways(context, state, cancellationToken);
        var tried = state.Tried.Where(IsPlainStep).Select(Line).Distinct().ToList();
        var question = context.Say(state.Used.Count == 0 ? "no_guide" : "exhausted", new
        {
            tried,
            any_tried = tried.Count > 0,
            says,
            choices = choices.Select(choice => choice.Label.ToLowerInvariant()),
            covered = warranty?.Status == WarrantyStatus.Covered,
            ends = warranty?.EndsOn is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : (DateTimeOffset?)null,
            name = unit?.Name,
        });
        return SkillResult.Ask(context.Open(NextStep, question, known, choices)) with
        {
            Citations = state.Used,
            Focus = unit is null ? null : context.Focus with { OrderId = unit.OrderId, ProductId = unit.ProductId, VariantId = unit.VariantId },
        };
    }

    /// <summary>Does what the customer asks for before everything was tried; null when it is not open to them.</summary>
    public async Task<SkillResult?> Take(SkillContext context, TroubleState state, CancellationToken cancellationToken)
    {
        var (known, _, _, choices) = await Ways(context, state, cancellationToken);
        return await Choose(context, known, choices, cancellationToken);
    }

    /// <summary>What is open for the thing that was bought.</summary>
    private async Task<(TroubleState Known, PurchasedUnit? Unit, Warranty? Warranty, List<Choice> Choices)> Ways(SkillContext context, TroubleState state, CancellationToken cancellationToken)
    {
        // What is on its way cannot have failed; what was delivered can.
        var unit = state.ProductId is null ? null
            : (await PurchasedUnits.Read(context, cancellationToken)).Where(purchase => purchase.ProductId == state.ProductId)
                .OrderByDescending(purchase => purchase is { Status: OrderStatus.Delivered, Returned: false }).FirstOrDefault();
        var warranty = unit is null ? null : await WarrantySkill.Read(context, unit, cancellationToken);
        var choices = new List<Choice>();
        if (warranty?.Status == WarrantyStatus.Covered)
            choices.Add(new Choice { Id = Claim, Label = "Claim the warranty" });
        if (unit is not null && await CanSendBack(context, unit, cancellationToken))
            choices.Add(new Choice { Id = SendBack, Label = "Return or exchange it" });
        choices.Add(new Choice { Id = Person, Label = "Talk to a person" });
        return (state with { OrderId = unit?.OrderId, VariantId = unit?.VariantId }, unit, warranty, choices);
    }

    /// <summary>A step of the guide that everybody can do: not one of several branches, and none that only ends it.</summary>
    private static bool IsPlainStep(string step) =>
        !GuideSteps.IsOwn(step) && !step.Contains('\n', StringComparison.Ordinal) && GuideSteps.Step(step) is { IsWarning: false } plain && !GuideBranches.IsEnding(plain);

    /// <summary>Does what the customer chose; null when they chose nothing.</summary>
    public static Task<SkillResult?> Choose(SkillContext context, TroubleState state, CancellationToken cancellationToken) =>
        Choose(context, state, context.Resuming!.Choices, cancellationToken);

    private static async Task<SkillResult?> Choose(SkillContext context, TroubleState state, IReadOnlyList<Choice> choices, CancellationToken cancellationToken)
    {
        var text = context.Message.Choice ?? context.Message.Text;
        var offered = choices.Select(choice => choice.Id).ToHashSet();
        var isChoosing = context.Resuming!.Awaiting == NextStep;
        if (offered.Contains(SendBack) && (context.Message.Choice == SendBack || Says(text, "return") || Says(text, "exchange") || Says(text, "replace")))
            return SkillResult.Done(context.Say("send_back", new { order = state.OrderId })) with
            {
                Focus = context.Focus with { OrderId = state.OrderId, ProductId = state.ProductId, VariantId = state.VariantId },
            };
        if (offered.Contains(Claim) && (context.Message.Choice == Claim || Says(text, "warranty") || Says(text, "claim")))
            return await ClaimAsking.Propose(context, state.OrderId!, state.VariantId!, state.Symptom, state, cancellationToken) ?? HandOff(context, state);
        if (isChoosing && context.Request.Intent is Intents.Deny)
            return SkillResult.Done(context.Say("left_open"));
        return Says(text, "person") || Says(text, "human") || (isChoosing && (context.Resuming.Asked > 1 || (offered.Count == 1 && context.Request.Intent is Intents.Affirm))) ? HandOff(context, state) : null;
    }

    /// <summary>Puts the choice again.</summary>
    public static SkillResult AskAgain(SkillContext context, TroubleState state) =>
        SkillResult.Ask(context.Open(NextStep, context.Say("choose_next", new { choices = context.Resuming!.Choices.Select(choice => choice.Label.ToLowerInvariant()) }), state, context.Resuming.Choices));

    private static string Line(string step) => step.TrimStart('-', ' ');

    /// <summary>A person takes over, with everything that was told and tried.</summary>
    public static SkillResult HandOff(SkillContext context, TroubleState state) =>
        SkillResult.HandOff(context.Say("handed_off"), Summary(state)) with { Citations = state.Used };

    /// <summary>Confirms or declines the claim that was proposed.</summary>
    public static async Task<SkillResult> SettleClaim(SkillContext context, TroubleState state, CancellationToken cancellationToken) =>
        await ClaimAsking.Settle(context, Summary(state), state, cancellationToken);

    private static string Summary(TroubleState state) =>
        $"Trouble{(state.ProductId is null ? "" : $" with product {state.ProductId}")}: {state.Symptom.Trim()} " +
        (state.Tried.Count + state.Given.Count == 0 ? "Nothing was tried." : $"Tried without success: {string.Join("; ", state.Tried.Concat(state.Given).Distinct())}.");

    private async Task<bool> CanSendBack(SkillContext context, PurchasedUnit unit, CancellationToken cancellationToken)
    {
        if (await orders.Find(context.Task.Who.CustomerId!, unit.OrderId, cancellationToken) is not { Status: OrderStatus.Delivered } order)
            return false;
        var rules = await policies.Current(cancellationToken);
        return Open(rules.ReturnWindowDays) || Open(rules.ExchangeWindowDays);

        bool Open(int? days) => days is not { } limit || order.DeliveredAt is not { } delivered || context.Now - delivered <= TimeSpan.FromDays(limit);
    }

    /// <summary>True when a text names one of the ways on.</summary>
    public static bool NamesChoice(string text) => s_ways.Any(way => Says(text, way));

    private static bool Says(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
