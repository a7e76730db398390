using SupportAgents.Conversations;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;
using SupportAgents.Tools;

namespace SupportAgents.Grains.Specialists.Orders.Rules;

/// <summary>Units of an order with the variants that replace them: what changing items and exchanging have in common.</summary>
internal sealed class Replacements
{
    private readonly List<(int Index, OrderItem Unit, Variant New)> _pairs = [];
    private readonly Order _order;

    private Replacements(Order order) => _order = order;

    /// <summary>Today's prices less the prices that were paid.</summary>
    public Money Difference => _pairs.Sum(pair => pair.New.Price - pair.Unit.Price);

    /// <summary>How many units are replaced.</summary>
    public int Count => _pairs.Count;

    /// <summary>A line for each unit with its own difference.</summary>
    public IEnumerable<ProposalLine> Lines => _pairs.Select(pair => new ProposalLine
    {
        Text = pair.New.Id == pair.Unit.VariantId
            ? $"{Words.Of(pair.Unit)}: replaced by the same"
            : $"{Words.Of(pair.Unit)} → {Words.Named(pair.Unit.Name, pair.New.Options)}",
        Amount = pair.New.Price - pair.Unit.Price,
    });

    /// <summary>The order's items with the replaced units in their places.</summary>
    public IReadOnlyList<OrderItem> Apply()
    {
        var items = _order.Items.ToArray();
        foreach (var (index, unit, replacement) in _pairs)
            items[index] = unit with { VariantId = replacement.Id, Price = replacement.Price, Options = replacement.Options };
        return items;
    }

    /// <summary>
    /// Pairs old and new position by position; each mention takes a unit of its own, so two units of one variant that
    /// were bought at different prices are both told right.
    /// </summary>
    public static Refusal? Pair(ReplaceArguments arguments, Order order, ProposalFacts facts, out Replacements replacements)
    {
        replacements = new Replacements(order);
        if (arguments.VariantIds.Count == 0)
            return Refusals.NoItems(order);
        if (Units.FirstMissing(arguments.VariantIds, order) is { } missing)
            return Refusals.ItemNotFound("item_not_found", missing, order);
        if (arguments.NewVariantIds.Count != arguments.VariantIds.Count)
            return Refusals.CountMismatch(arguments);
        foreach (var (index, newId) in Units.Take(arguments.VariantIds, order).Zip(arguments.NewVariantIds))
        {
            var unit = order.Items[index];
            var product = facts.Products.FirstOrDefault(product => product.Id == unit.ProductId);
            if (product?.FindVariant(newId) is not { Available: true } variant)
                return Refusals.NewItemUnavailable(unit, newId, facts);
            replacements._pairs.Add((index, unit, variant));
        }
        return null;
    }
}

/// <summary>Finds the units of an order that a list of variant ids means.</summary>
internal static class Units
{
    /// <summary>The first id that is named more often than the order has it; null when there is none.</summary>
    public static string? FirstMissing(IReadOnlyList<string> variantIds, Order order)
    {
        var named = variantIds.CountBy(id => id).ToDictionary();
        var held = order.Items.CountBy(item => item.VariantId).ToDictionary();
        return variantIds.FirstOrDefault(id => named[id] > held.GetValueOrDefault(id));
    }

    /// <summary>Positions in the order's items, one for each id; every id must be there often enough.</summary>
    public static IEnumerable<int> Take(IReadOnlyList<string> variantIds, Order order)
    {
        var taken = new HashSet<int>();
        foreach (var id in variantIds)
        {
            var index = Enumerable.Range(0, order.Items.Count).First(i => order.Items[i].VariantId == id && !taken.Contains(i));
            taken.Add(index);
            yield return index;
        }
    }
}
