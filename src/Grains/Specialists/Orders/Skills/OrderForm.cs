using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>What was gathered for a change of an order. It is kept with the open ask, so that every message can add to it or correct it.</summary>
public sealed record OrderForm
{
    /// <summary>The order, once it is clear which.</summary>
    public string? OrderId { get; init; }

    /// <summary>The units that are meant, in the order they were named; null until any was.</summary>
    public IReadOnlyList<UnitPlan>? Units { get; init; }
    public string? PaymentMethodId { get; init; }

    /// <summary>Why a cancellation is asked for: one of the shop's own reasons.</summary>
    public string? Reason { get; init; }
    public Address? Address { get; init; }

    /// <summary>The street of an address whose rest is still missing.</summary>
    public string? Street { get; init; }

    /// <summary>What was said about this ask before its order was clear; items are read from it then.</summary>
    public IReadOnlyList<string> Heard { get; init; } = [];

    /// <summary>Product that is meant and has several units of which it is not clear which.</summary>
    public IReadOnlyList<int>? Unclear { get; init; }

    /// <summary>Variants as they were offered, for "the second one".</summary>
    public IReadOnlyList<string>? Offered { get; init; }
}

/// <summary>One unit of the order and what is to become of it.</summary>
public sealed record UnitPlan
{
    /// <summary>The position in the order's items.</summary>
    public required int Position { get; init; }

    /// <summary>Options that the replacement must have.</summary>
    public IReadOnlyList<OptionWish> Wishes { get; init; } = [];

    /// <summary>True for "the same again" and for "whichever is cheapest".</summary>
    public bool Same { get; init; }
    public bool Cheapest { get; init; }

    /// <summary>The replacement, once it is clear which.</summary>
    public string? NewVariantId { get; init; }
}

/// <summary>A wanted option.</summary>
/// <param name="Names">The options that it can be: a colour may be the frame's or the lens's.</param>
/// <param name="Value">The value as the catalogue spells it.</param>
public sealed record OptionWish(IReadOnlyList<string> Names, string Value)
{
    /// <summary>True when a thing with these options has it.</summary>
    public bool IsMetBy(IReadOnlyDictionary<string, string> options) =>
        Names.Any(name => options.TryGetValue(name, out var value) && value == Value);
}
