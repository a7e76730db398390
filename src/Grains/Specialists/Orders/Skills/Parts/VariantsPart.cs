using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills.Parts;

/// <summary>What each unit is replaced by.</summary>
public sealed class VariantsPart : IFormPart
{
    private const string Prefix = "variant:";

    /// <inheritdoc/>
    public string Awaiting => "new_items";

    /// <inheritdoc/>
    public void Hear(ChangeDraft draft)
    {
        if (draft.Order is null || draft.Form.Units is not { } units)
            return;
        var chosen = draft.Chosen(Prefix);
        draft.Form = draft.Form with
        {
            Units = [.. units.Select(unit =>
            {
                if (unit.NewVariantId is not null)
                    return unit;
                var picked = chosen is not null && Product(draft, unit)?.FindVariant(chosen) is not null ? chosen : null;
                chosen = picked is null ? chosen : null;
                return unit with { NewVariantId = picked ?? Search(draft, unit)?.Found?.Id };
            })],
        };
    }

    /// <inheritdoc/>
    public FormQuestion? Missing(ChangeDraft draft)
    {
        if (draft.Order is not { } order || draft.Form.Units?.FirstOrDefault(unit => unit.NewVariantId is null) is not { } asked)
            return null;
        var unit = order.Items[asked.Position];
        var search = Search(draft, asked);
        var offers = search?.Offers ?? [];
        var key = offers.Count == 0 ? "no_variant" : search!.Fits && asked.Wishes.Count == 0 && !asked.Same ? "which_variant" : search.Fits ? "several_variants" : "variant_unavailable";
        var text = draft.Context.Say(key, new
        {
            item = OrderWords.Item(unit),
            remark = draft.Remark,
            name = unit.Name,
            wished = asked.Same ? [OrderWords.Options(unit.Options)] : asked.Wishes.Select(wish => wish.Value).ToList(),
            variants = offers.Select(variant => Label(variant, unit)),
        });
        return new FormQuestion(text, [.. offers.Select(variant => new Choice { Id = Prefix + variant.Id, Label = Label(variant, unit) })]);
    }

    private static VariantSearch? Search(ChangeDraft draft, UnitPlan unit) =>
        Product(draft, unit) is { } product ? VariantFinder.Find(product, draft.Order!.Items[unit.Position], unit) : null;

    private static Product? Product(ChangeDraft draft, UnitPlan unit) => draft.Products.GetValueOrDefault(draft.Order!.Items[unit.Position].ProductId);

    /// <summary>"black, 2L · $54.00 (+$3.00)".</summary>
    private static string Label(Variant variant, OrderItem unit)
    {
        var difference = variant.Price - unit.Price;
        var change = difference == Money.Zero ? "same price" : (difference.IsNegative ? "" : "+") + ReplyHelpers.Format(difference);
        return $"{OrderWords.Options(variant.Options)} · {ReplyHelpers.Format(variant.Price)} ({change})";
    }
}
