using SupportAgents.Shop;

namespace SupportAgents.Agents;

/// <summary>What the supervisor makes of a message: one request for each ask in it, in the order they were made.</summary>
[GenerateSerializer, Immutable, Alias("understood-message")]
public sealed record UnderstoodMessage
{
    [Id(0)] public required IReadOnlyList<UnderstoodRequest> Requests { get; init; }
}

/// <summary>One ask: what is wanted, of whom, and the particulars.</summary>
[GenerateSerializer, Immutable, Alias("understood-request")]
public sealed record UnderstoodRequest
{
    /// <summary>The part of the message that asks it.</summary>
    [Id(0)] public required string Ask { get; init; }

    /// <summary>One of <see cref="AgentNames"/>.</summary>
    [Id(1)] public required string Agent { get; init; }

    /// <summary>One of <see cref="Intents"/>.</summary>
    [Id(2)] public required string Intent { get; init; }

    /// <summary>Between 0 and 1, calibrated: of the requests with 0.8, about 80 % are right.</summary>
    [Id(3)] public required double Confidence { get; init; }
    [Id(4)] public Slots Slots { get; init; } = new();

    /// <summary>The likeliest other meaning, when it is close; for a clarifying question.</summary>
    [Id(5)] public string? Alternative { get; init; }
}

/// <summary>The particulars that were named. Everything is as the customer said it unless noted; null or absent means not said.</summary>
[GenerateSerializer, Immutable, Alias("slots")]
public sealed record Slots
{
    /// <summary>Order ids in the shop's own spelling where one of the customer's orders matches, else as said.</summary>
    [Id(0)] public IReadOnlyList<string>? OrderIds { get; init; }

    /// <summary>"last", "latest", "first", "both", "all": which of the customer's orders, without an id.</summary>
    [Id(1)] public string? OrderReference { get; init; }

    /// <summary>Products mentioned.</summary>
    [Id(2)] public IReadOnlyList<ProductMention>? Products { get; init; }

    /// <summary>Wanted options: name (where known, else <c>any</c>) to value.</summary>
    [Id(3)] public IReadOnlyDictionary<string, string>? Options { get; init; }
    [Id(4)] public int? Quantity { get; init; }
    [Id(5)] public Money? MinPrice { get; init; }
    [Id(6)] public Money? MaxPrice { get; init; }
    [Id(7)] public string? Email { get; init; }
    [Id(8)] public Address? Address { get; init; }

    /// <summary>A payment method in words: "paypal", "gift card", "the card ending in 4242", or an id.</summary>
    [Id(9)] public string? PaymentMethod { get; init; }

    /// <summary>Why, in the customer's words.</summary>
    [Id(10)] public string? Reason { get; init; }

    /// <summary>One-based positions in a list that was shown: "the second one"; -1 is the last.</summary>
    [Id(11)] public IReadOnlyList<int>? Ordinals { get; init; }

    /// <summary>True when "it", "that one", "the other" stand for something said before.</summary>
    [Id(12)] public bool? Anaphora { get; init; }

    /// <summary>First day of a named range, UTC.</summary>
    [Id(13)] public DateTimeOffset? From { get; init; }

    /// <summary>Last day of a named range, UTC.</summary>
    [Id(14)] public DateTimeOffset? To { get; init; }

    /// <summary>A category or a kind of goods: "headphones", "running shoes".</summary>
    [Id(15)] public string? Category { get; init; }

    /// <summary>True when the customer says no to the thing: "don't cancel it".</summary>
    [Id(16)] public bool? Negated { get; init; }
}

/// <summary>A product that the customer mentioned, and what it was matched to.</summary>
[GenerateSerializer, Immutable, Alias("product-mention")]
public sealed record ProductMention
{
    /// <summary>The customer's words for it.</summary>
    [Id(0)] public required string Text { get; init; }

    /// <summary>The catalogue's product, when one matches well; null when none or several do.</summary>
    [Id(1)] public string? ProductId { get; init; }

    /// <summary>Options said with it: "the <em>red</em> kettle".</summary>
    [Id(2)] public IReadOnlyDictionary<string, string>? Options { get; init; }
    [Id(3)] public int? Quantity { get; init; }
}
