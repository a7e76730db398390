using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations.History;

/// <summary>What a customer bought, and what that says.</summary>
public sealed record PurchaseHistory
{
    /// <summary>Every unit that was not cancelled, newest order first.</summary>
    public required IReadOnlyList<PurchasedUnit> Items { get; init; }

    /// <summary>Orders that hold them.</summary>
    public required int Orders { get; init; }

    /// <summary>What the units that they kept cost.</summary>
    public required Money Spent { get; init; }

    /// <summary>The lowest, the middle and the highest price paid; null when nothing was bought.</summary>
    public PricesPaid? Prices { get; init; }

    /// <summary>Days between one order and the next on average; null without dates or with fewer than two orders.</summary>
    public double? DaysBetweenOrders { get; init; }

    /// <summary>Categories, or product names where the shop has none, with their units.</summary>
    public required IReadOnlyList<ChosenValue> Kinds { get; init; }

    /// <summary>The options that they chose, by name, with their units.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<ChosenValue>> Options { get; init; }
}

/// <summary>A unit that was bought.</summary>
public sealed record PurchasedUnit
{
    public required string OrderId { get; init; }
    public required OrderStatus Status { get; init; }
    public DateTimeOffset? PlacedAt { get; init; }
    public required string ProductId { get; init; }
    public required string VariantId { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyDictionary<string, string> Options { get; init; }
    public required Money Price { get; init; }

    /// <summary>True when it is being sent back.</summary>
    public bool Returned { get; init; }
}

/// <summary>The range of prices paid for a unit.</summary>
public sealed record PricesPaid(Money Lowest, Money Median, Money Highest);

/// <summary>A value and how many units had it.</summary>
public sealed record ChosenValue(string Value, int Units);
