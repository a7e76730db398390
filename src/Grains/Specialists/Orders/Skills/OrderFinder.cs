using System.Text.RegularExpressions;
using SupportAgents.Agents;
using SupportAgents.Grains.Specialists.Orders.Skills.Reading;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>What the customer's words about an order came to.</summary>
/// <param name="Found">The orders that are meant; empty when that is not clear.</param>
/// <param name="Unknown">An id that is none of the customer's.</param>
/// <param name="Candidates">What to ask about, when it is not clear.</param>
/// <param name="IsNamed">True when the words named the orders; false when they are the only ones it can be.</param>
public sealed record OrderSearch(IReadOnlyList<Order> Found, string? Unknown, IReadOnlyList<Order> Candidates, bool IsNamed)
{
    /// <summary>Something that was named and is in none of the orders.</summary>
    public string? Absent { get; init; }

    /// <summary>These and no others.</summary>
    public static OrderSearch Sure(IReadOnlyList<Order> found) => new(found, null, [], IsNamed: true);
}

/// <summary>What to look for an order by.</summary>
/// <param name="Text">The words.</param>
/// <param name="Slots">Their particulars.</param>
/// <param name="Focus">What was spoken of before.</param>
/// <param name="Choice">The choice that was picked.</param>
/// <param name="Suits">The orders that the ask can be about: they are preferred where several fit.</param>
public sealed record OrderHints(string Text, Slots Slots, Focus Focus, string? Choice, Func<Order, bool> Suits);

/// <summary>Which of the customer's orders is meant.</summary>
public static partial class OrderFinder
{
    private const int ShortestId = 4;

    /// <summary>Finds by choice, id, position, reference, contents, status, focus, and at last because there is only one.</summary>
    public static OrderSearch Find(IReadOnlyList<Order> orders, OrderHints hints)
    {
        if (hints.Choice?.StartsWith(OrderWords.OrderPrefix, StringComparison.Ordinal) == true)
            return OrderSearch.Sure([.. orders.Where(order => order.Id == hints.Choice[OrderWords.OrderPrefix.Length..])]);
        var named = ById(orders, hints);
        if (named.Found.Count > 0 || named.Unknown is not null)
            return named;

        var words = Token.Split(hints.Text);
        IReadOnlyList<Order> fitting = Narrow(orders, words, hints.Slots);
        if (ByPosition(orders, hints) is { } listed)
            return OrderSearch.Sure([listed]);
        if (OrderReferences.Read(words, hints.Slots) is { } reference)
            return OrderReferences.Find(reference, fitting.Count > 0 ? fitting : orders, hints);
        if (fitting.Count == 0)
            fitting = orders;
        if (fitting.Count == orders.Count && AbsentFrom(orders, words, hints.Slots) is { } absent)
            return new OrderSearch([], null, [.. orders.Where(hints.Suits)], IsNamed: false) { Absent = absent };
        var wasNarrowed = fitting.Count < orders.Count;
        if (hints.Focus.OrderId is { } focus && fitting.FirstOrDefault(order => order.Id == focus) is { } spokenOf
            && (!wasNarrowed || fitting.Count > 1 || hints.Slots.Anaphora == true))
            return OrderSearch.Sure([spokenOf]);
        var suitable = fitting.Where(hints.Suits).ToList();
        var (all, few) = (fitting, suitable.Count > 0 ? suitable : fitting);
        return few.Count == 1
            ? new OrderSearch(few, null, [], wasNarrowed)
            : new OrderSearch([], null, suitable.Count > 0 ? suitable : all, wasNarrowed);
    }

    /// <summary>Every id that was named, in any spelling: "#W123", "w123", "order 123".</summary>
    public static OrderSearch ById(IReadOnlyList<Order> orders, OrderHints hints)
    {
        IEnumerable<string> said = hints.Slots.OrderIds is { Count: > 0 } ids ? ids.Distinct() : IdLike().Matches(hints.Text).Select(match => match.Value).Distinct();
        var found = new List<Order>();
        var unknown = new List<string>();
        foreach (var id in said)
        {
            var key = Key(id);
            var match = key.Length < ShortestId ? null
                : orders.FirstOrDefault(order => Key(order.Id) == key) ?? orders.FirstOrDefault(order => key.All(char.IsAsciiDigit) && Digits(order.Id) == key);
            if (match is not null && !found.Contains(match))
                found.Add(match);
            else if (match is null && (hints.Slots.OrderIds?.Contains(id) == true || Surely().IsMatch(id) || IsCalledOrder(hints.Text, id, orders)))
                unknown.Add(id.Trim());
        }
        return new OrderSearch(found, found.Count > 0 ? null : unknown.FirstOrDefault(), [], IsNamed: true);
    }

    /// <summary>The orders that the ask's dates, statuses and products leave; all of them when none is left.</summary>
    public static IReadOnlyList<Order> Narrow(IReadOnlyList<Order> orders, UnderstoodRequest ask) =>
        Narrow(orders, Token.Split(ask.Ask), ask.Slots) is { Count: > 0 } fitting ? fitting : orders;

    private static List<Order> Narrow(IReadOnlyList<Order> orders, List<string> words, Slots slots)
    {
        var fitting = orders.Where(order => IsPlacedWithin(order, slots)).ToList();
        if (StatusOf(words) is { } statuses && fitting.Exists(order => statuses.Contains(order.Status)))
            fitting = fitting.FindAll(order => statuses.Contains(order.Status));
        var mentioned = (slots.Products ?? []).Select(product => product.ProductId).OfType<string>().ToHashSet();
        var contents = fitting.ConvertAll(order => Matches(order, words, mentioned));
        var best = contents.Count == 0 ? 0 : contents.Max();
        return best == 0 ? fitting : [.. fitting.Where((_, i) => contents[i] == best)];
    }

    /// <summary>
    /// How well an order's contents fit the words: each named product counts, more with more words of its name, and most
    /// when it has the options that were said with it: "the <em>green</em> tee".
    /// </summary>
    private static int Matches(Order order, List<string> words, HashSet<string> mentioned)
    {
        var read = ItemReader.Products(words, order);
        var named = read.SelectMany(mention => mention.ProductIds).Concat(order.Items.Select(item => item.ProductId).Where(mentioned.Contains)).ToHashSet();
        if (named.Count == 0)
            return 0;
        var options = order.Items.Where(item => named.Contains(item.ProductId))
            .Max(item => item.Options.Values.Count(value => value.Length > 1 && Token.Find(words, Token.Phrase(value)) >= 0));
        return 4 * named.Count + 2 * read.Sum(mention => mention.End - mention.Start) + 3 * options;
    }

    /// <summary>What was named as goods and is in none of the orders; null when nothing was, or when it may be meant otherwise.</summary>
    private static string? AbsentFrom(IReadOnlyList<Order> orders, List<string> words, Slots slots) =>
        orders.Any(order => ItemReader.Products(words, order).Count > 0) ? null
        : slots.Products?.FirstOrDefault(mention => mention.ProductId is { } id && !orders.Any(order => order.Items.Any(item => item.ProductId == id)))?.Text;

    private static Order? ByPosition(IReadOnlyList<Order> orders, OrderHints hints)
    {
        if (hints.Focus is not { ListedKind: "order", Listed: { Count: > 0 } listed } || hints.Slots.Ordinals is not [var ordinal, ..])
            return null;
        var index = ordinal < 0 ? listed.Count + ordinal : ordinal - 1;
        return index >= 0 && index < listed.Count ? orders.FirstOrDefault(order => order.Id == listed[index]) : null;
    }

    private static OrderStatus[]? StatusOf(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            OrderStatus[]? statuses = words[i] switch
            {
                "pending" => [OrderStatus.Pending, OrderStatus.PendingItemsModified],
                "processed" or "processing" => [OrderStatus.Processed],
                "delivered" => [OrderStatus.Delivered],
                "cancelled" or "canceled" => [OrderStatus.Cancelled],
                _ => null,
            };
            if (statuses is not null && i + 1 < words.Count && words[i + 1] is "order" or "one" or "purchase")
                return statuses;
        }
        return null;
    }

    private static bool IsPlacedWithin(Order order, Slots slots) =>
        order.PlacedAt is not { } placed || (slots.From is not { } from || placed >= from) && (slots.To is not { } to || placed < to.AddDays(1));

    private static string Key(string id) => string.Concat(id.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>"Cancel 10418": a number as long as those of the orders, right after a word that takes an order.</summary>
    private static bool IsCalledOrder(string text, string id, IReadOnlyList<Order> orders) =>
        orders.Count > 0 && id.Length == Digits(orders[0].Id).Length && Called().Matches(text).Any(match => match.Groups["id"].Value == id);

    private static string Digits(string id) => string.Concat(id.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"#\s?[A-Za-z]{0,4}[-\s]?\d{3,}|\b[A-Za-z]{1,3}-?\d{4,}\b|\b\d{4,}\b")]
    private static partial Regex IdLike();

    /// <summary>What can be nothing but an order id, so that "not found" is the right answer.</summary>
    [GeneratedRegex(@"^#|^[A-Za-z]-?\d{5,}$")]
    private static partial Regex Surely();

    [GeneratedRegex(@"\b(cancel|return|exchange|track|order|orders|status|number|no\.?|meant|sorry,?|is|in|of|from) (?<id>\d{4,})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Called();
}
