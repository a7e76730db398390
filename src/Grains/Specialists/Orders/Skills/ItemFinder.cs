using SupportAgents.Agents;
using SupportAgents.Grains.Specialists.Orders.Skills.Reading;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>What a text came to about the units of an order.</summary>
/// <param name="Units">The units that are meant, with what they are to become.</param>
/// <param name="Excluded">Units that are not meant.</param>
/// <param name="Unclear">Units that one of the words can mean, of which not all are meant.</param>
/// <param name="Wishes">Options that were named for no thing in particular.</param>
/// <param name="Absent">A product that was named and is not in the order.</param>
public sealed record ItemReading(
    IReadOnlyList<UnitPlan> Units, IReadOnlyList<int> Excluded, IReadOnlyList<int> Unclear, IReadOnlyList<OptionMention> Wishes, ProductMention? Absent)
{
    /// <summary>True when nothing about items was found.</summary>
    public bool IsEmpty => Units.Count == 0 && Excluded.Count == 0 && Unclear.Count == 0 && Wishes.Count == 0;
}

/// <summary>Which units of an order a text means.</summary>
public sealed class ItemFinder(Order order, IReadOnlyDictionary<string, Product> products)
{
    private static readonly HashSet<string> s_same = ["same", "identical", "replacement", "replace"];
    private static readonly HashSet<string> s_cheapest = ["cheapest", "cheaper", "lowest"];

    /// <summary>Reads a text. Positions are those of the order's items.</summary>
    /// <param name="text">The words.</param>
    /// <param name="slots">Their particulars.</param>
    /// <param name="within">Units that are spoken of already: "the blue one" is one of their product.</param>
    public ItemReading Read(string text, Slots slots, IReadOnlyList<int>? within = null)
    {
        var words = Token.Split(text);
        var items = Mentions(words, slots);
        var spoken = items.SelectMany(item => item.ProductIds).Concat((within ?? []).Select(at => order.Items[at].ProductId)).ToHashSet();
        var options = order.Items.Select(item => item.ProductId).Distinct().Where(id => products.ContainsKey(id) && (spoken.Count == 0 || spoken.Contains(id)))
            .SelectMany(id => OptionReader.Read(words, products[id])).Where(option => !items.Any(item => option.Start < item.End && item.Start < option.End)).ToList();
        var read = new ItemText(words, items, options);
        var requests = read.Read();
        var excluded = requests.Where(request => request.IsExcluded).SelectMany(Positions).Distinct().ToList();
        var units = new List<UnitPlan>();
        var unclear = new List<int>();
        foreach (var request in requests.Where(request => !request.IsExcluded))
            Add(request, units, unclear);
        if (read.IsEverything() && requests.All(request => request.IsExcluded || request.Count == int.MaxValue || units.Count == 0))
            units = [.. Enumerable.Range(0, order.Items.Count).Where(at => !excluded.Contains(at)).Select(at => units.Find(unit => unit.Position == at) ?? Plan(at, [], words))];
        return new ItemReading(units, excluded, [.. unclear.Distinct()], items.Count == 0 ? options : [], Absent(slots));
    }

    /// <summary>The one unit, or the one product's units, that has such options: "change the size to L" where one thing has sizes.</summary>
    public IReadOnlyList<int> Having(IReadOnlyList<OptionMention> options)
    {
        var ids = options.Select(option => option.ProductId).Distinct().ToList();
        var now = Enumerable.Range(0, order.Items.Count).Where(at => options.Count > 0 && options.All(option => Has(order.Items[at], option) != option.IsDenied)).ToList();
        return now.Count > 0 ? now : [.. Enumerable.Range(0, order.Items.Count).Where(at => ids.Contains(order.Items[at].ProductId))];
    }

    /// <summary>True when the unit has that option's value now.</summary>
    public static bool Has(OrderItem item, OptionMention option) =>
        item.ProductId == option.ProductId && new OptionWish(option.Names, option.Value).IsMetBy(item.Options);

    private void Add(ItemRequest request, List<UnitPlan> units, List<int> unclear)
    {
        var all = Positions(request).ToList();
        var candidates = all.FindAll(at => !units.Exists(unit => unit.Position == at));
        var wanted = request.Wants.ToList();
        // The same thing named again: what is said of it now counts too.
        if (candidates.Count == 0 && all.Count == 1)
        {
            var index = units.FindIndex(unit => unit.Position == all[0]);
            var more = Plan(all[0], wanted.Concat(request.Has.Where(option => !Has(order.Items[all[0]], option))), request.Words);
            units[index] = more.Wishes.Count > 0 ? units[index] with { Wishes = [.. units[index].Wishes, .. more.Wishes], Same = false } : units[index];
            return;
        }
        foreach (var option in request.Has)
        {
            var fitting = candidates.FindAll(at => Has(order.Items[at], option) != option.IsDenied);
            // What no unit has is not a description but a wish.
            if (fitting.Count > 0)
                candidates = fitting;
            else if (!option.IsDenied)
                wanted.Add(option);
        }
        var alike = candidates.Select(at => order.Items[at].VariantId).Distinct().Count() <= 1;
        var count = request.Count ?? 1;
        if (candidates.Count > 1 && (count < candidates.Count && !alike || request.Count is null))
        {
            unclear.AddRange(candidates);
            return;
        }
        var taken = candidates.Take(Math.Min(count, candidates.Count)).ToList();
        units.AddRange(taken.Select((at, i) => Plan(at, IsOneEach(wanted, taken.Count) ? [wanted[i]] : wanted, request.Words)));
    }

    /// <summary>"One in moss and one in ink": as many values of one option as there are units.</summary>
    private static bool IsOneEach(List<OptionMention> wanted, int units) =>
        units > 1 && wanted.Count == units && wanted.Select(option => option.Value).Distinct().Count() == units && wanted.Select(option => string.Join('|', option.Names)).Distinct().Count() == 1;

    private UnitPlan Plan(int at, IEnumerable<OptionMention> wanted, IReadOnlyList<string> words) => new()
    {
        Position = at,
        Wishes = Wishes(wanted.Where(option => option.ProductId == order.Items[at].ProductId)),
        Same = (words.Any(s_same.Contains) || Token.Find([.. words], ["new", "one"]) >= 0) && !wanted.Any(),
        Cheapest = words.Any(s_cheapest.Contains),
    };

    /// <summary>The wishes that mentions come to; of two for one option the later holds.</summary>
    public static IReadOnlyList<OptionWish> Wishes(IEnumerable<OptionMention> options) =>
        [.. options.Where(option => !option.IsDenied).GroupBy(option => string.Join('|', option.Names)).Select(same => new OptionWish(same.Last().Names, same.Last().Value))];

    /// <summary>True for "the same again".</summary>
    public static bool IsSame(string text) => Token.Split(text) is var words && (words.Exists(s_same.Contains) || Token.Find(words, ["new", "one"]) >= 0);

    /// <summary>True for "whichever is cheapest".</summary>
    public static bool IsCheapest(string text) => Token.Split(text).Exists(s_cheapest.Contains);

    private IEnumerable<int> Positions(ItemRequest request) =>
        Enumerable.Range(0, order.Items.Count).Where(at => request.ProductIds.Contains(order.Items[at].ProductId));

    private IReadOnlyList<ItemMention> Mentions(List<string> words, Slots slots)
    {
        var byName = ItemReader.Products(words, order).ToList();
        foreach (var mention in slots.Products ?? [])
        {
            if (mention.ProductId is not { } id || order.Items.All(item => item.ProductId != id) || byName.Exists(one => one.ProductIds.Contains(id)))
                continue;
            var phrase = Token.Phrase(mention.Text);
            if (Token.Find(words, phrase) is var at and >= 0 && !byName.Exists(one => at < one.End && one.Start <= at + phrase.Length))
                byName.Add(new ItemMention(at, at + phrase.Length, [id]));
        }
        return [.. byName.Where(mention => !IsValue(words, mention, byName)).OrderBy(mention => mention.Start)];
    }

    /// <summary>True for "laptop" in "the backpack with polyester and laptop": a value of what was named before, without an article.</summary>
    private bool IsValue(List<string> words, ItemMention mention, List<ItemMention> mentions) =>
        mention.Start > 0 && words[mention.Start - 1] is not ("the" or "my" or "a" or "an" or "thi" or "that" or "both" or "your")
        && mentions.Any(other => other.Start < mention.Start && other.ProductIds.Any(id => products.TryGetValue(id, out var product)
            && OptionReader.Read(words, product).Any(option => option.Start <= mention.Start && option.End >= mention.End)));

    private ProductMention? Absent(Slots slots) => (slots.Products ?? [])
        .FirstOrDefault(mention => mention.ProductId is { } id && order.Items.All(item => item.ProductId != id));
}
