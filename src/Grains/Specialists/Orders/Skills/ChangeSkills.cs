using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Orders.Skills.Parts;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;
using static SupportAgents.Grains.Specialists.Orders.OrderToolNames;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>Cancels a pending order.</summary>
public sealed class CancelOrderSkill(ICatalogStore catalog, IPolicyStore policies) : PendingOrderSkill(catalog, policies)
{
    /// <inheritdoc/>
    protected override string Intent => Agents.Intents.CancelOrder;

    /// <inheritdoc/>
    protected override string ToolFor(ChangeDraft draft) => CancelPendingOrder;

    /// <inheritdoc/>
    protected override IReadOnlyList<IFormPart> Parts { get; } = [new OrderPart(IsPending), new ReasonPart()];

    /// <inheritdoc/>
    public override IReadOnlyList<Agents.UnderstoodRequest> Arrange(IReadOnlyList<Agents.UnderstoodRequest> asks) => OrderAsks.PartByOrder(asks, cut: false);

    /// <summary>"Cancel just the socks": an order is cancelled whole or not at all.</summary>
    protected override SkillResult? Early(ChangeDraft draft, Order order) =>
        base.Early(draft, order) ?? (draft.Context.Resuming is null && IsPart(draft, order) ? new RefusalTelling(draft, Intent).Told("cannot_remove", "an order is cancelled as a whole") : null);

    private static bool IsPart(ChangeDraft draft, Order order)
    {
        var read = draft.Items.Read(draft.Text, draft.Slots);
        return read.Units.Count > 0 && read.Units.Count < order.Items.Count && (read.Excluded.Count > 0 || draft.Words.Exists(word => word is "just" or "only"));
    }

    /// <inheritdoc/>
    protected override object Arguments(ChangeDraft draft) => new CancelArguments { OrderId = draft.Form.OrderId!, Reason = draft.Form.Reason! };
}

/// <summary>Sends a pending order to another address.</summary>
public sealed class ChangeOrderAddressSkill(ICatalogStore catalog, IPolicyStore policies) : PendingOrderSkill(catalog, policies)
{
    /// <inheritdoc/>
    protected override string Intent => Agents.Intents.ChangeOrderAddress;

    /// <inheritdoc/>
    protected override string ToolFor(ChangeDraft draft) => ModifyPendingOrderAddress;

    /// <inheritdoc/>
    protected override IReadOnlyList<IFormPart> Parts { get; } = [new OrderPart(IsPending, AddressPart.WithoutSource), new AddressPart(ofAccount: false)];

    /// <inheritdoc/>
    public override IReadOnlyList<Agents.UnderstoodRequest> Arrange(IReadOnlyList<Agents.UnderstoodRequest> asks) =>
        OrderAsks.PartByOrder([.. asks.Select(ask => ask with
        {
            // An order that only lends its address is none to change.
            Slots = ask.Slots with { OrderIds = ask.Slots.OrderIds?.Where(id => AddressPart.WithoutSource(ask.Ask).Contains(id.TrimStart('#'), StringComparison.OrdinalIgnoreCase)).ToList() },
        })], cut: false);

    /// <inheritdoc/>
    protected override object Arguments(ChangeDraft draft)
    {
        var address = draft.Form.Address!;
        return new OrderAddressArguments
        {
            OrderId = draft.Form.OrderId!,
            Line1 = address.Line1,
            Line2 = address.Line2,
            City = address.City,
            State = address.State,
            Country = address.Country,
            PostalCode = address.PostalCode,
        };
    }
}

/// <summary>Pays a pending order another way.</summary>
public sealed class ChangeOrderPaymentSkill(ICatalogStore catalog, IPolicyStore policies) : PendingOrderSkill(catalog, policies)
{
    /// <inheritdoc/>
    protected override string Intent => Agents.Intents.ChangeOrderPayment;

    /// <inheritdoc/>
    protected override string ToolFor(ChangeDraft draft) => ModifyPendingOrderPayment;

    /// <inheritdoc/>
    protected override IReadOnlyList<IFormPart> Parts { get; } = [new OrderPart(IsPending), new PaymentPart(PaymentUse.Instead)];

    /// <inheritdoc/>
    public override IReadOnlyList<Agents.UnderstoodRequest> Arrange(IReadOnlyList<Agents.UnderstoodRequest> asks) => OrderAsks.PartByOrder(OrderAsks.WithItems(asks), cut: false);

    /// <inheritdoc/>
    protected override SkillResult? Early(ChangeDraft draft, Order order)
    {
        if (base.Early(draft, order) is { } refused)
            return refused;
        var current = PaymentFinder.Original(draft.Customer, order);
        return draft.Form.PaymentMethodId is { } wanted && wanted == current?.Id
            ? SkillResult.Declined(draft.Context.Say("already_paid_so", new { id = order.Id, method = OrderWords.Brief(current) }), "it is paid that way already") with { Focus = OrderQuestion.FocusOn(draft.Context, [order]) }
            : null;
    }

    /// <inheritdoc/>
    protected override object Arguments(ChangeDraft draft) => new PaymentChangeArguments { OrderId = draft.Form.OrderId!, PaymentMethodId = draft.Form.PaymentMethodId! };
}

/// <summary>Returns items of a delivered order.</summary>
public sealed class ReturnItemsSkill(ICatalogStore catalog, IPolicyStore policies) : ChangeSkill(catalog, policies)
{
    /// <inheritdoc/>
    protected override string Intent => Agents.Intents.ReturnItems;

    /// <inheritdoc/>
    protected override string ToolFor(ChangeDraft draft) => ReturnDeliveredOrderItems;

    /// <inheritdoc/>
    protected override IReadOnlyList<IFormPart> Parts { get; } =
        [new OrderPart(order => order.Status == OrderStatus.Delivered), new ItemsPart(replaces: false), new PaymentPart(PaymentUse.Refund)];

    /// <inheritdoc/>
    protected override SkillResult? Early(ChangeDraft draft, Order order) =>
        order.Status != OrderStatus.Delivered ? new RefusalTelling(draft, Intent).Told(Rules.Refusals.NotDelivered(order, "returned"))
        : Rules.Refusals.WindowClosed(order, draft.Rules.ReturnWindowDays, "returned", "return", draft.Context.Now) is { } late ? new RefusalTelling(draft, Intent).Told(late)
        : null;

    /// <inheritdoc/>
    protected override object Arguments(ChangeDraft draft) => new ReturnArguments
    {
        OrderId = draft.Form.OrderId!,
        VariantIds = [.. draft.Form.Units!.Select(unit => draft.Order!.Items[unit.Position].VariantId)],
        PaymentMethodId = draft.Form.PaymentMethodId!,
    };
}

/// <summary>Takes back what was done last to an order.</summary>
public sealed class UndoSkill(ICatalogStore catalog, IPolicyStore policies) : ChangeSkill(catalog, policies)
{
    /// <inheritdoc/>
    protected override string Intent => Agents.Intents.UndoAction;

    /// <inheritdoc/>
    protected override string ToolFor(ChangeDraft draft) => UndoAction;

    /// <inheritdoc/>
    protected override IReadOnlyList<IFormPart> Parts { get; } = [new OrderPart(order => order.Status is OrderStatus.Cancelled or OrderStatus.Pending or OrderStatus.ReturnRequested)];

    /// <inheritdoc/>
    protected override SkillResult? Beforehand(ChangeDraft draft) =>
        // Only what was done just now can be taken back, and that was spoken of.
        draft.Context is { Resuming: null, Focus.OrderId: null, Slots: { OrderIds: null, OrderReference: null, Products: null } }
            ? SkillResult.Declined(draft.Context.Say("nothing_to_undo"), "nothing was done that could be taken back")
            : null;

    /// <inheritdoc/>
    protected override object Arguments(ChangeDraft draft) => new OrderArguments { OrderId = draft.Form.OrderId! };
}

/// <summary>Changes the address of the account. Orders keep theirs.</summary>
public sealed class ChangeProfileAddressSkill(ICatalogStore catalog, IPolicyStore policies) : ChangeSkill(catalog, policies)
{
    /// <inheritdoc/>
    protected override string Intent => Agents.Intents.ChangeProfileAddress;

    /// <inheritdoc/>
    protected override string ToolFor(ChangeDraft draft) => UpdateCustomerAddress;

    /// <inheritdoc/>
    protected override IReadOnlyList<IFormPart> Parts { get; } = [new AddressPart(ofAccount: true)];

    /// <inheritdoc/>
    public override IReadOnlyList<Agents.UnderstoodRequest> Arrange(IReadOnlyList<Agents.UnderstoodRequest> asks) => asks;

    /// <inheritdoc/>
    protected override object Arguments(ChangeDraft draft)
    {
        var address = draft.Form.Address!;
        return new CustomerAddressArguments
        {
            Line1 = address.Line1,
            Line2 = address.Line2,
            City = address.City,
            State = address.State,
            Country = address.Country,
            PostalCode = address.PostalCode,
        };
    }
}

/// <summary>What the changes of a pending order have in common.</summary>
public abstract class PendingOrderSkill(ICatalogStore catalog, IPolicyStore policies) : ChangeSkill(catalog, policies)
{
    /// <summary>True while an order can be changed.</summary>
    protected static bool IsPending(Order order) => order.Status == OrderStatus.Pending;

    /// <inheritdoc/>
    protected override SkillResult? Early(ChangeDraft draft, Order order) => IsPending(order) ? null
        : new RefusalTelling(draft, Intent).Told(Rules.Refusals.NotPending(order, Intent == Agents.Intents.CancelOrder ? "cancelled" : "modified"));
}
