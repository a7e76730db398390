using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Orders;
using SupportAgents.Grains.Specialists.Recommendations.History;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>What the customer bought, narrowed to what they speak of.</summary>
internal static class PurchasedUnits
{
    private const string Prefix = "unit:";

    /// <summary>Everything bought, by the tool; newest orders first.</summary>
    public static async Task<IReadOnlyList<PurchasedUnit>> Read(SkillContext context, CancellationToken cancellationToken) =>
        context.Task.Who.CustomerId is null ? []
            : (await context.Use("get_purchase_history", new { }, cancellationToken)).Data is PurchaseHistory history ? history.Items : [];

    /// <summary>The different variants that fit the message: by the choice, the order and the product that it names, else by what was spoken of.</summary>
    public static IReadOnlyList<PurchasedUnit> Meant(SkillContext context, IReadOnlyList<PurchasedUnit> purchases)
    {
        var different = purchases.DistinctBy(unit => (unit.OrderId, unit.VariantId)).ToList();
        if (different.Find(unit => ChoiceId(unit) == context.Message.Choice) is { } chosen)
            return [chosen];
        var orders = context.Slots.OrderIds ?? context.Ask.Slots.OrderIds;
        var product = KnowledgeLookup.ProductOf(context);
        var mentioned = ProductMentions.Main(context.Slots, context.Request.Ask) ?? ProductMentions.Main(context.Ask.Slots, context.Ask.Ask);
        var fitting = different.Where(unit => orders is null || orders.Contains(unit.OrderId)).ToList();
        var ofProduct = fitting.FindAll(unit => unit.ProductId == product);
        if (ofProduct.Count == 0 && mentioned is { ProductId: null })
            ofProduct = [.. ProductMentions.Called(mentioned.Text, fitting)];
        if (ofProduct.Count > 0)
            fitting = ofProduct;
        else if (product is not null || NamesUnknownProduct(context))
            fitting = orders is null ? [] : fitting;
        if (context.Slots.Ordinals is [var ordinal, ..] && context.Resuming?.Choices is { Count: > 0 } offered)
            fitting = fitting.FindAll(unit => ChoiceId(unit) == offered.ElementAtOrDefault(ordinal < 0 ? offered.Count + ordinal : ordinal - 1)?.Id);
        return fitting;
    }

    /// <summary>The units as answers to "which one?".</summary>
    public static IReadOnlyList<Choice> Choices(IEnumerable<PurchasedUnit> units) =>
        [.. units.Take(8).Select(unit => new Choice { Id = ChoiceId(unit), Label = $"{unit.Name} ({string.Join(", ", unit.Options.Values.Append($"order {unit.OrderId}"))})" })];

    private static string ChoiceId(PurchasedUnit unit) => $"{Prefix}{unit.OrderId}:{unit.VariantId}";

    private static bool NamesUnknownProduct(SkillContext context) => context.Ask.Slots.Products is { Count: > 0 };
}
