using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Orders.Skills.Parts;
using SupportAgents.Grains.Specialists.Orders.Skills.Reading;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>Changes items of an order to other variants.</summary>
public sealed class ChangeOrderItemsSkill(ICatalogStore catalog, IPolicyStore policies) : ReplaceItemsSkill(catalog, policies, OrderStatus.Pending)
{
    /// <inheritdoc/>
    protected override string Intent => Agents.Intents.ChangeOrderItems;
}

/// <summary>Exchanges items of an order for other variants, or the same again.</summary>
public sealed class ExchangeItemsSkill(ICatalogStore catalog, IPolicyStore policies) : ReplaceItemsSkill(catalog, policies, OrderStatus.Delivered)
{
    /// <inheritdoc/>
    protected override string Intent => Agents.Intents.ExchangeItems;
}

/// <summary>
/// Other variants for units of an order. Customers say "change" and "exchange" for both; whether it is the one or the
/// other follows from the order: a pending one is changed, a delivered one exchanged.
/// </summary>
/// <param name="catalog">The products.</param>
/// <param name="policies">The shop's rules.</param>
/// <param name="usual">The status of the orders that are meant when several fit.</param>
public abstract class ReplaceItemsSkill(ICatalogStore catalog, IPolicyStore policies, OrderStatus usual) : ChangeSkill(catalog, policies)
{
    /// <inheritdoc/>
    public override bool IsFinal => true;

    /// <inheritdoc/>
    protected override IReadOnlyList<IFormPart> Parts { get; } =
        [new OrderPart(order => order.Status == usual), new ItemsPart(replaces: true), new VariantsPart(), new PaymentPart(PaymentUse.Difference)];

    /// <inheritdoc/>
    protected override string ToolFor(ChangeDraft draft) => draft.Order!.Status == OrderStatus.Delivered
        ? OrderToolNames.ExchangeDeliveredOrderItems
        : OrderToolNames.ModifyPendingOrderItems;

    /// <inheritdoc/>
    protected override SkillResult? Early(ChangeDraft draft, Order order) => order.Status switch
    {
        OrderStatus.Delivered when Rules.Refusals.WindowClosed(order, draft.Rules.ExchangeWindowDays, "exchanged", "exchange", draft.Context.Now) is { } late =>
            new RefusalTelling(draft, Intent).Told(late),
        OrderStatus.Pending or OrderStatus.Delivered => Partial(draft, order),
        _ when usual == OrderStatus.Delivered => new RefusalTelling(draft, Intent).Told(Rules.Refusals.NotDelivered(order, "exchanged")),
        _ => new RefusalTelling(draft, Intent).Told(Rules.Refusals.NotPending(order, "modified")),
    };

    private SkillResult? Partial(ChangeDraft draft, Order order)
    {
        var context = draft.Context;
        if (context.Resuming is not null || draft.Form.Units?.Any(unit => unit.Wishes.Count > 0) == true)
            return null;
        if (PartialAsks.IsAddition(draft.Text))
            return new RefusalTelling(draft, Intent).Told("cannot_add", "nothing can be added to an order");
        return PartialAsks.IsRemoval(draft.Text) ? new RefusalTelling(draft, Intent).Told("cannot_remove", "single items cannot be taken out of an order") : null;
    }

    /// <inheritdoc/>
    protected override object Arguments(ChangeDraft draft) => new ReplaceArguments
    {
        OrderId = draft.Form.OrderId!,
        VariantIds = [.. draft.Form.Units!.Select(unit => draft.Order!.Items[unit.Position].VariantId)],
        NewVariantIds = [.. draft.Form.Units!.Select(unit => unit.NewVariantId!)],
        PaymentMethodId = draft.Form.PaymentMethodId!,
    };
}
