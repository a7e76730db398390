using System.Globalization;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Specialists.Orders.Skills.Reading;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills.Parts;

/// <summary>Which units of the order, and what was said about what they are to become.</summary>
/// <param name="replaces">True when units are exchanged for others: options that nothing has are then wishes.</param>
public sealed class ItemsPart(bool replaces) : IFormPart
{
    private const string Prefix = "items:";
    private const int Remembered = 8;
    private static readonly HashSet<string> s_more = ["also", "too", "add", "plu", "addition", "additionally"];
    private static readonly HashSet<string> s_instead = ["only", "just", "no", "actually", "rather", "instead", "meant", "mean", "wait"];

    /// <inheritdoc/>
    public string Awaiting => "items";

    /// <inheritdoc/>
    public void Hear(ChangeDraft draft)
    {
        var form = draft.Form;
        if (draft.Text.Length > 0)
            draft.Form = form = form with { Heard = [.. form.Heard.Append(draft.Text).TakeLast(Remembered)] };
        if (draft.Order is null)
            return;
        if (draft.Chosen(Prefix) is { } chosen)
            Choose(draft, [.. chosen.Split(',').Select(at => int.Parse(at, CultureInfo.InvariantCulture))]);
        else if (Count(draft) is { Count: > 0 } counted)
            Choose(draft, counted);
        else if (draft.Awaits(Awaiting) && ChoiceReader.Places(draft.Text) is { Count: > 0 } places)
            Choose(draft, [.. places.Select(place => ChoiceReader.At(place, draft.Order.Items.Count)).OfType<int>().Distinct()]);
        else if (form.OrderId != draft.Before.OrderId)
            foreach (var heard in form.Heard)
                Take(draft, heard, heard == draft.Text ? draft.Slots : new Slots());
        else if (draft.Text.Length > 0)
            Take(draft, draft.Text, draft.Slots);
        // "The watch came with a cracked glass. I want the same one again." names it in the sentence beside the ask.
        if (draft.Form is { Units: null, Unclear: null } && draft.Said != draft.Text && draft.Context.Resuming is null)
            Take(draft, draft.Said, draft.Slots);
        if (draft.Form is { Units: null, Unclear: null } && Spoken(draft) is { Count: > 0 } spoken)
            Choose(draft, spoken);
        if (draft.Form.Units is null && draft.Form.Unclear is null && draft.Order.Items.Count == 1)
            draft.Form = draft.Form with { Units = [Plan(0, draft.Text, [])] };
    }

    /// <inheritdoc/>
    public FormQuestion? Missing(ChangeDraft draft)
    {
        if (draft.Form.Units is { Count: > 0 } || draft.Order is not { } order)
            return null;
        var positions = draft.Form.Unclear is { Count: > 0 } unclear ? unclear : [.. Enumerable.Range(0, order.Items.Count)];
        var choices = positions.GroupBy(at => order.Items[at].VariantId).SelectMany(alike => Choices(order, [.. alike])).ToList();
        if (positions.Count > 1)
            choices.Add(new Choice { Id = Prefix + string.Join(',', positions), Label = draft.Context.Say(positions.Count == 2 ? "both_items" : "all_items") });
        var alike = positions.Select(at => order.Items[at].VariantId).Distinct().Count() == 1;
        var text = draft.Context.Say(draft.Form.Unclear is { Count: > 0 } ? alike ? "how_many" : "which_unit" : "which_items", new
        {
            id = order.Id,
            count = positions.Count,
            item = OrderWords.Item(order.Items[positions[0]]),
            remark = draft.Remark,
            items = positions.Select(at => OrderWords.Item(order.Items[at])),
        });
        return new FormQuestion(text, [.. choices.DistinctBy(choice => choice.Id)]);
    }

    /// <summary>"I want to give it back": what was spoken of last, where the order has it.</summary>
    private static List<int> Spoken(ChangeDraft draft)
    {
        var (focus, order) = (draft.Context.Focus, draft.Order!);
        if (draft.Slots.Anaphora != true || focus.ProductId is not { } product || focus.OrderId != order.Id)
            return [];
        List<int> units = [.. Enumerable.Range(0, order.Items.Count).Where(at => order.Items[at].ProductId == product)];
        return units.Count == 1 || draft.Words.Exists(word => word is "them" or "those" or "both") ? units : [];
    }

    /// <summary>"Both", "just one": so many of what was asked about, or of the equal units that are meant already.</summary>
    private static IReadOnlyList<int> Count(ChangeDraft draft)
    {
        if (draft.Text.Length == 0 || CountReader.Alone(draft.Words) is not { } count || draft.Order is not { } order)
            return [];
        var all = Enumerable.Range(0, order.Items.Count).ToList();
        if (draft.Awaits("items"))
        {
            var asked = draft.Form.Unclear is { Count: > 0 } unclear ? unclear : all;
            // "One" of several different things is none in particular.
            return count < asked.Count && asked.Select(at => order.Items[at].VariantId).Distinct().Count() > 1 ? [] : [.. asked.Take(count)];
        }
        var meant = (draft.Form.Units ?? []).Select(unit => order.Items[unit.Position].VariantId).Distinct().ToList();
        return meant is [var variant] ? [.. all.Where(at => order.Items[at].VariantId == variant).Take(count)] : [];
    }

    private static IEnumerable<Choice> Choices(Order order, int[] alike)
    {
        yield return new Choice { Id = Prefix + alike[0].ToString(CultureInfo.InvariantCulture), Label = alike.Length == 1 ? OrderWords.Item(order.Items[alike[0]]) : $"1 × {OrderWords.Item(order.Items[alike[0]])}" };
        if (alike.Length > 1)
            yield return new Choice { Id = Prefix + string.Join(',', alike), Label = $"{alike.Length} × {OrderWords.Item(order.Items[alike[0]])}" };
    }

    /// <summary>Settles what was not clear; units that were clear already stay.</summary>
    private static void Choose(ChangeDraft draft, IReadOnlyList<int> positions)
    {
        var heard = string.Join(". ", draft.Form.Heard);
        var plans = draft.Order is { } order && draft.Form.Unclear is not null ? WishesOf(draft, order, positions, heard) : [];
        var isCount = draft.Form.Units is { Count: > 0 } before && draft.Order is { } same && before.All(unit => positions.Any(at => same.Items[at].VariantId == same.Items[unit.Position].VariantId));
        var units = positions.Select(at => plans.Find(plan => plan.Position == at) ?? new UnitPlan { Position = at, Same = ItemFinder.IsSame(heard) });
        draft.Form = draft.Form with { Units = [.. isCount ? [] : (draft.Form.Units ?? []).Where(unit => !positions.Contains(unit.Position)), .. units], Unclear = null };
    }

    private static List<UnitPlan> WishesOf(ChangeDraft draft, Order order, IReadOnlyList<int> positions, string heard)
    {
        // What was said at first ("exchange the shirt for a red one") holds for the unit that was picked now.
        var alone = order with { Items = [.. positions.Select(at => order.Items[at])] };
        var read = new ItemFinder(alone, draft.Products).Read(heard, new Slots());
        return [.. read.Units.Select(unit => unit with { Position = positions[unit.Position] })];
    }

    private void Take(ChangeDraft draft, string text, Slots slots)
    {
        var (form, words) = (draft.Form, Token.Split(text));
        var before = form.Units ?? [];
        var read = draft.Items.Read(text, slots, [.. before.Select(unit => unit.Position)]);
        if (read.Units.Count == 0 && read.Wishes.Count > 0)
        {
            TakeWishes(draft, read.Wishes, text);
            return;
        }
        var kept = before.Where(unit => !read.Excluded.Contains(unit.Position)).ToList();
        var isAddition = words.Exists(s_more.Contains) || Token.Find(words, ["as", "well"]) >= 0;
        var isUpdate = read.Units.All(unit => before.Any(other => other.Position == unit.Position));
        // "Only the mouse" and "no, the mouse" put it in the place of what was meant before.
        if (read.Units.Count > 0 && !isAddition && words.Exists(s_instead.Contains) && !(isUpdate && read.Units.Any(unit => unit.Wishes.Count > 0)))
            kept.RemoveAll(unit => !read.Units.Any(other => other.Position == unit.Position));
        var units = kept.Select(unit => read.Units.FirstOrDefault(other => other.Position == unit.Position) is { } said ? Merge(unit, said) : unit)
            .Concat(read.Units.Where(unit => !kept.Exists(other => other.Position == unit.Position))).ToList();
        draft.Form = form with { Units = units.Count > 0 ? units : null, Unclear = read.Unclear.Count > 0 ? read.Unclear : units.Count > 0 ? null : form.Unclear };
        if (read.Absent is { } absent)
            draft.Remark = Remark(draft, absent, units.Count > 0);
        if (units.Count > 0 && (ItemFinder.IsSame(text) || ItemFinder.IsCheapest(text)) && read.Units.Count == 0)
            draft.Form = draft.Form with { Units = [.. units.Select(unit => unit.NewVariantId is null ? Merge(unit, Plan(unit.Position, text, unit.Wishes)) : unit)] };
    }

    /// <summary>What was named and is not in the order is told, and where it is if it is in another.</summary>
    private string? Remark(ChangeDraft draft, ProductMention absent, bool isBeside)
    {
        if (replaces && isBeside)
            return draft.Context.Say("same_product_only", new { wanted = absent.Text });
        var other = draft.Orders.FirstOrDefault(order => order.Items.Any(item => item.ProductId == absent.ProductId) && order.Status == draft.Order!.Status);
        return other is null ? draft.Context.Say("item_absent", new { item = absent.Text })
            : draft.Context.Say("item_elsewhere", new { item = OrderWords.Item(other.Items.First(item => item.ProductId == absent.ProductId)), other = other.Id });
    }

    private void TakeWishes(ChangeDraft draft, IReadOnlyList<OptionMention> options, string text)
    {
        var order = draft.Order!;
        var before = draft.Form.Units ?? [];
        var asked = before.Where(unit => unit.NewVariantId is null).Take(1).ToList();
        var meant = before.Count == 0 ? draft.Form.Unclear is { } unclear ? [.. draft.Items.Having(options).Intersect(unclear)] : draft.Items.Having(options)
            : replaces && asked.Count > 0 && options.Any(option => option.ProductId == order.Items[asked[0].Position].ProductId) ? [asked[0].Position]
            : replaces ? [.. before.Select(unit => unit.Position).Where(at => options.Any(option => option.ProductId == order.Items[at].ProductId))]
            : draft.Items.Having(options);
        if (meant.Count > 1 && before.Count == 0 && CountReader.Partitive(Token.Split(text)) is { } count && meant.Select(at => order.Items[at].VariantId).Distinct().Count() == 1)
            meant = [.. meant.Take(count)];
        if (meant.Count > 1 && before.Count == 0)
        {
            draft.Form = draft.Form with { Unclear = meant };
            return;
        }
        var words = Token.Split(text);
        var isAddition = words.Exists(s_more.Contains) || words is ["and", ..];
        var said = meant.Select(at => Plan(at, text, ItemFinder.Wishes(options.Where(option => option.ProductId == order.Items[at].ProductId
            && (before.Count > 0 || !ItemFinder.Has(order.Items[at], option)))))).ToList();
        var units = replaces || isAddition || before.Count == 0 || said.Count == 0
            ? before.Select(unit => said.Find(other => other.Position == unit.Position) is { } plan ? Merge(unit, plan) : unit)
                .Concat(said.Where(unit => !before.Any(other => other.Position == unit.Position)))
            : said;
        draft.Form = draft.Form with { Units = [.. units], Unclear = null };
    }

    private static UnitPlan Plan(int at, string text, IReadOnlyList<OptionWish> wishes) =>
        new() { Position = at, Wishes = wishes, Same = wishes.Count == 0 && ItemFinder.IsSame(text), Cheapest = ItemFinder.IsCheapest(text) };

    /// <summary>A later wish for an option takes the place of an earlier one; the replacement is looked for anew when anything changed.</summary>
    private static UnitPlan Merge(UnitPlan before, UnitPlan said)
    {
        if (said is { Wishes.Count: 0, Same: false, Cheapest: false })
            return before;
        var kept = before.Wishes.Where(wish => !said.Wishes.Any(other => other.Names.Intersect(wish.Names).Any()));
        return before with
        {
            Wishes = [.. kept, .. said.Wishes],
            Same = said.Same && said.Wishes.Count == 0,
            Cheapest = before.Cheapest || said.Cheapest,
            NewVariantId = null,
        };
    }
}
