using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Recommendations.History;
using SupportAgents.Grains.Specialists.Orders;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>Whether something that the customer bought is under warranty; for what is covered a claim is proposed.</summary>
public sealed class WarrantySkill : ISkill
{
    private const string Person = "person";

    /// <summary>Units whose warranty is looked up to find the one that is meant.</summary>
    private const int MostRead = 40;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.WarrantyCheck, Agents.Intents.WarrantyClaim];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        if (context.Resuming is not null && (context.Message.Choice == Person || context.Request.Intent == Agents.Intents.TalkToHuman))
            return SkillResult.HandOff(context.Say("handed_off"), $"Warranty question: {context.Ask.Ask.Trim()}");
        if (context.Resuming?.Awaiting == OpenAsk.Confirmation)
            return await ClaimAsking.Settle(context, $"Warranty claim: {context.Ask.Ask.Trim()}", null, cancellationToken);
        var units = await Warranted(context, PurchasedUnits.Meant(context, await PurchasedUnits.Read(context, cancellationToken)), cancellationToken);
        return units switch
        {
            [] => NotFound(context),
            [var unit] => await Tell(context, unit, cancellationToken),
            _ => SkillResult.Ask(context.Open("items", context.Say("which_unit"), choices: PurchasedUnits.Choices(units))),
        };
    }

    /// <summary>Of several units those that a warranty can be asked for: coffee has none. All when that leaves nothing.</summary>
    private static async Task<IReadOnlyList<PurchasedUnit>> Warranted(SkillContext context, IReadOnlyList<PurchasedUnit> units, CancellationToken cancellationToken)
    {
        if (units.Count < 2)
            return units;
        var left = new List<PurchasedUnit>();
        foreach (var unit in units.Take(MostRead))
        {
            if (await Read(context, unit, cancellationToken) is not { Status: WarrantyStatus.None or WarrantyStatus.Ended })
                left.Add(unit);
        }
        return left.Count == 0 ? units : left;
    }

    /// <summary>The warranty of a unit, by the tool.</summary>
    internal static async Task<Warranty?> Read(SkillContext context, PurchasedUnit unit, CancellationToken cancellationToken) =>
        (await context.Use(TroubleshootingTools.GetWarranty,
            new GetWarrantyArguments { OrderId = unit.OrderId, VariantId = unit.VariantId }, cancellationToken)).Data as Warranty;

    private static SkillResult NotFound(SkillContext context) =>
        SkillResult.Ask(context.Open("items", context.Say("no_such_purchase"), choices: [new Choice { Id = Person, Label = "Talk to a person" }]));

    private static async Task<SkillResult> Tell(SkillContext context, PurchasedUnit unit, CancellationToken cancellationToken)
    {
        var focus = context.Focus with { OrderId = unit.OrderId, ProductId = unit.ProductId, VariantId = unit.VariantId };
        if (await Read(context, unit, cancellationToken) is not { } warranty)
            return NotFound(context);
        if (warranty.Status == WarrantyStatus.Covered && context.Ask.Intent == Agents.Intents.WarrantyClaim
            && await ClaimAsking.Propose(context, unit.OrderId, unit.VariantId, context.Ask.Ask, null, cancellationToken) is { } claim)
            return claim with { Focus = focus };
        var facts = Facts(warranty);
        var result = warranty.Status switch
        {
            WarrantyStatus.Covered => SkillResult.Done(context.Say("warranty_covered", facts)),
            WarrantyStatus.Expired => SkillResult.Declined(context.Say("warranty_expired", facts), $"the warranty ended on {warranty.EndsOn:yyyy-MM-dd}"),
            WarrantyStatus.None => SkillResult.Declined(context.Say("warranty_none", facts), "the product comes without a warranty"),
            WarrantyStatus.Ended => SkillResult.Declined(context.Say("warranty_ended", facts), "the unit was cancelled or sent back"),
            _ => SkillResult.Declined(context.Say("warranty_unknown", facts), "a date or the term of the warranty is not known"),
        };
        return result with { Focus = focus };
    }

    private static object Facts(Warranty warranty) => new
    {
        name = warranty.Name,
        order = warranty.OrderId,
        months = warranty.Months,
        ends = Day(warranty.EndsOn),
        starts = Day(warranty.StartsOn),
        from = warranty.StartsAt,
        covered = warranty.Covered,
        not_covered = warranty.NotCovered,
        has_term = warranty.Months is not null,
    };

    private static DateTimeOffset? Day(DateOnly? day) => day is { } date ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero) : null;
}
