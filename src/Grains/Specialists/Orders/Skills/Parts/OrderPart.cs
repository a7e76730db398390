using SupportAgents.Agents;
using SupportAgents.Grains.Specialists.Orders.Skills.Reading;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills.Parts;

/// <summary>Which order.</summary>
/// <param name="suits">The orders that can be changed this way: preferred where several fit.</param>
/// <param name="aside">Takes out of the text what names another order by the way: "the same address as #W2".</param>
public sealed class OrderPart(Func<Order, bool> suits, Func<string, string>? aside = null) : IFormPart
{
    private const int Offered = 10;

    /// <inheritdoc/>
    public string Awaiting => OrderQuestion.Awaited;

    /// <inheritdoc/>
    public void Hear(ChangeDraft draft)
    {
        var context = draft.Context;
        var text = aside?.Invoke(draft.Text) ?? draft.Text;
        var ids = text == draft.Text ? draft.Slots.OrderIds : draft.Slots.OrderIds?.Where(id => text.Contains(id.Trim('#'), StringComparison.OrdinalIgnoreCase)).ToList();
        var hints = new OrderHints(text, draft.Slots with { OrderIds = ids is { Count: > 0 } ? ids : null }, Focus(draft), draft.Picked, suits);
        var search = draft.Order is null || draft.Awaits(Awaiting) ? OrderFinder.Find(draft.Orders, hints) : Correction(draft, hints);
        draft.UnknownOrder = search?.Unknown;
        draft.AbsentItem = search?.Absent;
        if (search?.Found is [var found, ..] && found.Id != draft.Form.OrderId)
            // What was said of the old order's items holds for the new one as far as it has them.
            draft.Form = draft.Form with { OrderId = found.Id, Units = null, Unclear = null, Offered = null };
        if (search is { Found: [_, _, ..] several })
        {
            // "All my orders": those that can be changed this way, one after the other.
            search = search with { Found = [.. several.OrderByDescending(suits)] };
            draft.Others = [.. search.Found.Skip(1).Where(suits)];
        }
        draft.Candidates = search is { Candidates.Count: > 0 } ? search.Candidates : draft.Orders;
    }

    /// <inheritdoc/>
    public FormQuestion? Missing(ChangeDraft draft)
    {
        if (draft.UnknownOrder is { } id)
            return new FormQuestion(draft.Context.Say("order_not_found_which", new { id }), []);
        if (draft.Order is not null)
            return null;
        var offered = draft.Candidates.Take(Offered).ToList();
        var text = OrderQuestion.Question(draft.Context, draft.AbsentItem, offered, draft.Candidates.Count);
        return new FormQuestion(text, [.. offered.Select(OrderWords.Choice)]);
    }

    private static Focus Focus(ChangeDraft draft) =>
        draft.Order is { } order ? draft.Context.Focus with { OrderId = order.Id } : draft.Context.Focus;

    /// <summary>Once the order is clear, only a plain word changes it: an id, a choice, "the other order".</summary>
    private static OrderSearch? Correction(ChangeDraft draft, OrderHints hints)
    {
        if (hints.Choice?.StartsWith(OrderWords.OrderPrefix, StringComparison.Ordinal) == true)
            return OrderFinder.Find(draft.Orders, hints);
        var byId = OrderFinder.ById(draft.Orders, hints);
        if (byId.Found.Count > 0 || byId.Unknown is not null)
            return byId.Found.Contains(draft.Order) ? null : byId;
        return Token.Find(draft.Words, ["other", "order"]) >= 0 || Token.Find(draft.Words, ["other", "one"]) >= 0 || Token.Find(draft.Words, ["different", "order"]) >= 0
            ? OrderFinder.Find(draft.Orders, hints with { Slots = hints.Slots with { OrderReference = "other" } })
            : null;
    }
}
