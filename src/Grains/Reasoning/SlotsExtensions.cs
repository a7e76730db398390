using SupportAgents.Agents;

namespace SupportAgents.Grains.Reasoning;

/// <summary>Joins the particulars of asks that turn out to be one.</summary>
public static class SlotsExtensions
{
    /// <summary>Both; where each names a single thing, the first one's holds.</summary>
    public static Slots With(this Slots slots, Slots other) => slots with
    {
        OrderIds = Join(slots.OrderIds, other.OrderIds),
        OrderReference = slots.OrderReference ?? other.OrderReference,
        Products = Join(slots.Products, other.Products),
        Options = slots.Options is null ? other.Options : other.Options is null ? slots.Options
            : new Dictionary<string, string>(other.Options.Concat(slots.Options).GroupBy(option => option.Key).Select(same => same.Last())),
        Quantity = slots.Quantity ?? other.Quantity,
        Address = slots.Address ?? other.Address,
        PaymentMethod = slots.PaymentMethod ?? other.PaymentMethod,
        Reason = slots.Reason ?? other.Reason,
        Ordinals = Join(slots.Ordinals, other.Ordinals),
        Anaphora = slots.Anaphora ?? other.Anaphora,
    };

    private static IReadOnlyList<T>? Join<T>(IReadOnlyList<T>? one, IReadOnlyList<T>? other) =>
        one is null ? other : other is null ? one : [.. one.Concat(other).Distinct()];
}
