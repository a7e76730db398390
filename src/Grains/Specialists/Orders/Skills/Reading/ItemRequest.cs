namespace SupportAgents.Grains.Specialists.Orders.Skills.Reading;

/// <summary>What a text says about one thing of an order: which it is, how many, and what it is to be instead.</summary>
public sealed record ItemRequest
{
    /// <summary>The products that it can mean; empty when no product was named.</summary>
    public IReadOnlyList<string> ProductIds { get; init; } = [];

    /// <summary>Options as the thing has them now: "the <em>black</em> kettle".</summary>
    public IReadOnlyList<OptionMention> Has { get; init; } = [];

    /// <summary>Options as it is to have them: "to a <em>white</em> one".</summary>
    public IReadOnlyList<OptionMention> Wants { get; init; } = [];

    /// <summary>How many; <see cref="int.MaxValue"/> for all and both; null when it was not said.</summary>
    public int? Count { get; init; }

    /// <summary>The words about it: from its name to the next thing's.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>True for "except the kettle", "not the kettle".</summary>
    public bool IsExcluded { get; init; }
}

/// <summary>Reads a text about the things of one order clause by clause.</summary>
public sealed class ItemText
{
    private static readonly HashSet<string> s_turns = ["to", "for", "into", "with", "become", "want", "prefer", "need", "get", "like", "instead"];
    private static readonly HashSet<string> s_exclusions = ["except", "excluding", "not", "keep", "beside", "keeping", "but", "apart", "exclude"];
    private static readonly HashSet<string> s_listing = ["except", "excluding", "beside", "but", "apart", "exclude", "keep", "keeping"];
    private static readonly Dictionary<string, int> s_counts = new()
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["1"] = 1,
        ["2"] = 2,
        ["3"] = 3,
        ["4"] = 4,
        ["both"] = int.MaxValue,
        ["all"] = int.MaxValue,
    };

    private readonly IReadOnlyList<string> _words;
    private readonly IReadOnlyList<ItemMention> _items;
    private readonly IReadOnlyList<OptionMention> _options;

    /// <summary>Takes a text and where products and options are named in it.</summary>
    public ItemText(IReadOnlyList<string> words, IReadOnlyList<ItemMention> items, IReadOnlyList<OptionMention> options) =>
        (_words, _items, _options) = (words, items, options);

    /// <summary>A request for each thing that is named, in the order of the text.</summary>
    public IReadOnlyList<ItemRequest> Read()
    {
        var requests = new List<(ItemMention Item, ItemRequest Request)>();
        foreach (var mention in _items)
        {
            // "The kettle for a white kettle" is one thing: the second says what it is to become.
            if (requests.Count > 0 && requests[^1].Item.ProductIds.Intersect(mention.ProductIds).Any() && HasTurn(requests[^1].Item.End, mention.Start) && !IsListed(mention))
                continue;
            requests.Add((mention, new ItemRequest { ProductIds = mention.ProductIds, Count = CountBefore(mention), IsExcluded = IsExcluded(mention) }));
        }
        for (var i = 0; i < requests.Count; i++)
        {
            var (item, request) = requests[i];
            var own = _options.Where(option => Owner(option, [.. requests.Select(one => one.Item)]) == item && item.ProductIds.Contains(option.ProductId)).ToList();
            var end = i + 1 < requests.Count ? requests[i + 1].Item.Start : _words.Count;
            requests[i] = (item, request with
            {
                Words = requests.Count == 1 ? _words : [.. _words.Skip(item.Start).Take(end - item.Start)],
                Has = [.. own.Where(option => !IsWanted(option, item))],
                Wants = [.. own.Where(option => IsWanted(option, item))],
            });
        }
        return [.. requests.Select(one => one.Request)];
    }

    /// <summary>True when everything is meant that is not excluded.</summary>
    public bool IsEverything()
    {
        var text = string.Join(' ', _words);
        return _words.Contains("everything") || _words.Contains("entire") || _words.Contains("whole")
            || s_everything.Any(phrase => text.Contains(phrase, StringComparison.Ordinal));
    }

    private static readonly string[] s_everything =
        ["all item", "all the item", "all of it", "all of them", "all my item", "all product", "all thing", "all of the item", "both item", "both of them", "every item", "all but", "all except", "complete order", "full order", "all three", "all four", "all five", "all of my item"];

    /// <summary>The product that an option belongs to: the one that it stands right before, else the last one named before it.</summary>
    private ItemMention? Owner(OptionMention option, IReadOnlyList<ItemMention> items)
    {
        var having = items.Where(item => item.ProductIds.Contains(option.ProductId)).ToList();
        var before = items.LastOrDefault(item => item.Start < option.Start);
        var next = _items.FirstOrDefault(item => item.Start >= option.End);
        if (next is not null && having.Contains(next) && IsAdjective(option, next))
            return next;
        // "The case to blue and the speaker …": a value that the thing named last can have is that thing's.
        if (before is not null && !having.Contains(before) && _options.Any(other => other.Start < option.End && option.Start < other.End && before.ProductIds.Contains(other.ProductId)))
            return null;
        return having.LastOrDefault(item => item.Start < option.Start) ?? having.FirstOrDefault();
    }

    /// <summary>Nothing but other values lies between: "the black <em>leather</em> chair".</summary>
    private bool IsAdjective(OptionMention option, ItemMention item) =>
        Enumerable.Range(option.End, item.Start - option.End).All(at => _options.Any(other => at >= other.Start && at < other.End));

    private bool IsWanted(OptionMention option, ItemMention item)
    {
        if (option.IsDenied)
            return false;
        return option.Start > item.Start && HasTurn(item.End, option.Start) || option.Start < item.Start && !IsAdjective(option, item) && HasTurn(0, option.Start);
    }

    /// <summary>"… and the silver watch": a thing of its own in a row.</summary>
    private bool IsListed(ItemMention mention)
    {
        var at = mention.Start - 1;
        while (at > 0 && (_words[at] is "the" or "my" or "a" or "one" or "both" or "other" || _options.Any(option => at >= option.Start && at < option.End)))
            at--;
        return at >= 0 && (_words[at] is "and" or Token.Comma or Token.Stop or "also");
    }

    private bool HasTurn(int from, int to)
    {
        for (var at = from; at < to && at < _words.Count; at++)
            if (s_turns.Contains(_words[at]))
                return true;
        return false;
    }

    private int? CountBefore(ItemMention mention)
    {
        for (var at = mention.Start - 1; at >= 0 && at >= mention.Start - 4; at--)
        {
            if (_words[at] is Token.Comma or Token.Stop || s_turns.Contains(_words[at]))
                return null;
            if (s_counts.TryGetValue(_words[at], out var count) && !_options.Any(option => at >= option.Start && at < option.End))
                return count;
        }
        return null;
    }

    private bool IsExcluded(ItemMention mention)
    {
        for (var at = mention.Start - 1; at >= 0 && at >= mention.Start - 4; at--)
        {
            if (_words[at] is Token.Stop)
                return false;
            if (s_exclusions.Contains(_words[at]) && !_options.Any(option => at + 1 == option.Start && option.End < mention.Start))
                return true;
        }
        // "Except the mouse, the pen and the lamp" goes on; "not the mouse, the lamp" turns round at the comma.
        var before = _items.LastOrDefault(item => item.End <= mention.Start);
        return before is not null && mention.Start - before.End <= 3 && _words.Skip(before.End).Take(mention.Start - before.End).Any(word => word is "and" or "or" || word == Token.Comma && _words.Any(s_listing.Contains)) && IsExcluded(before);
    }
}
