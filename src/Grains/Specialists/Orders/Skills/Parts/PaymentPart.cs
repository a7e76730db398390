using SupportAgents.Conversations;
using SupportAgents.Grains.Specialists.Orders.Skills.Reading;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills.Parts;

/// <summary>What a payment method is needed for, which decides what is possible and what goes without saying.</summary>
public enum PaymentUse
{
    /// <summary>A return's refund: to the original method or a gift card.</summary>
    Refund,

    /// <summary>A price difference: any method that can bear it.</summary>
    Difference,

    /// <summary>To pay the whole order instead: any other method.</summary>
    Instead,
}

/// <summary>Which payment method.</summary>
public sealed class PaymentPart(PaymentUse use) : IFormPart
{
    private const string Prefix = "payment:";

    /// <inheritdoc/>
    public string Awaiting => "payment_method";

    /// <inheritdoc/>
    public void Hear(ChangeDraft draft)
    {
        if (draft.Chosen(Prefix) is { } chosen)
        {
            draft.Form = draft.Form with { PaymentMethodId = chosen };
            return;
        }
        var found = PaymentFinder.Find(draft.Said, draft.Slots.PaymentMethod, draft.Customer, draft.Order);
        // "The original one" can be told only when the order is known: look again at what was said before.
        if (found.Count == 0 && draft.Form.PaymentMethodId is null && draft.Order is not null && draft.Before.OrderId is null)
            found = PaymentFinder.Find(string.Join(". ", draft.Form.Heard), null, draft.Customer, draft.Order);
        if (use == PaymentUse.Instead && found.Count > 1)
            found = [.. found.Where(method => method.Id != Current(draft)?.Id)];
        if (found is [var method])
            draft.Form = draft.Form with { PaymentMethodId = method.Id };
        else if (found.Count > 1)
            (draft.Methods, draft.Form) = (found, draft.Form with { PaymentMethodId = null });
        else if (draft.Slots.PaymentMethod is not null && draft.Text.Length > 0)
            // Named, and not in the account: no other is taken for it.
            (draft.Form, draft.Methods, draft.Remark) = (draft.Form with { PaymentMethodId = null }, [.. Possible(draft)], draft.Context.Say("method_unknown"));
    }

    /// <inheritdoc/>
    public FormQuestion? Missing(ChangeDraft draft)
    {
        if (draft.Form.PaymentMethodId is not null)
            return null;
        var possible = Possible(draft).ToList();
        var asked = draft.Methods.Count > 0 && draft.Methods.Any(possible.Contains) ? [.. draft.Methods.Where(possible.Contains)] : possible;
        var original = PaymentFinder.Original(draft.Customer, draft.Order);
        var obvious = asked is [var only] && draft.Remark is null ? only : use != PaymentUse.Instead && draft.Methods.Count == 0 && original is not null && asked.Contains(original) ? original : null;
        if (obvious is not null)
        {
            draft.Form = draft.Form with { PaymentMethodId = obvious.Id };
            return null;
        }
        return Question(draft, asked);
    }

    /// <summary>Asks, leaving out the method that was just refused; null when no other is possible.</summary>
    public FormQuestion? Ask(ChangeDraft draft, string? except) =>
        Possible(draft).Where(method => method.Id != except).ToList() is { Count: > 0 } others ? Question(draft, others) : null;

    private FormQuestion Question(ChangeDraft draft, IReadOnlyList<PaymentMethod> asked)
    {
        var text = draft.Context.Say($"which_payment_{use.ToString().ToLowerInvariant()}", new { id = draft.Order?.Id, remark = draft.Remark, methods = asked.Select(OrderWords.Method) });
        return new FormQuestion(text, Choices(asked));
    }

    /// <summary>The methods as choices; two that read the same are told apart by their ids.</summary>
    public static IReadOnlyList<Choice> Choices(IReadOnlyList<PaymentMethod> methods) =>
    [
        .. methods.Select(method => new Choice
        {
            Id = Prefix + method.Id,
            Label = methods.Count(other => OrderWords.Method(other) == OrderWords.Method(method)) > 1 ? $"{OrderWords.Method(method)} ({method.Id})" : OrderWords.Method(method),
        }),
    ];

    /// <summary>The methods that the rules leave.</summary>
    private IEnumerable<PaymentMethod> Possible(ChangeDraft draft) => (draft.Customer.PaymentMethods ?? []).Where(method => use switch
    {
        PaymentUse.Refund => IsRoute(method, draft),
        PaymentUse.Instead => method.Id != Current(draft)?.Id && Bears(method, draft.Order?.ItemsTotal ?? Money.Zero),
        _ => Bears(method, Difference(draft)),
    });

    private static bool IsRoute(PaymentMethod method, ChangeDraft draft) =>
        method.Id == PaymentFinder.Original(draft.Customer, draft.Order)?.Id ? draft.Rules.RefundRoutes?.Contains("original_payment") != false
        : method.Kind == PaymentMethodKind.GiftCard && draft.Rules.RefundRoutes?.Contains("gift_card") != false;

    private static bool Bears(PaymentMethod method, Money amount) =>
        method.Kind != PaymentMethodKind.GiftCard || amount <= Money.Zero || method.Balance.GetValueOrDefault() >= amount;

    private static PaymentMethod? Current(ChangeDraft draft) => PaymentFinder.Original(draft.Customer, draft.Order);

    private static Money Difference(ChangeDraft draft) => draft.Order is not { } order ? Money.Zero : (draft.Form.Units ?? []).Sum(unit =>
        unit.NewVariantId is { } id && draft.Products.GetValueOrDefault(order.Items[unit.Position].ProductId)?.FindVariant(id) is { } variant
            ? variant.Price - order.Items[unit.Position].Price
            : Money.Zero);
}
