using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportAgents.Shop;

/// <summary>The shop's rules as data (<c>policies.json</c>). What is null is no rule. Every decision records the version that it used.</summary>
[GenerateSerializer, Immutable, Alias("shop-policies")]
public sealed record ShopPolicies
{
    /// <summary>The shop's own name for this state of its rules.</summary>
    [Id(0)] public string? Version { get; init; }
    [Id(1)] public string? ShopName { get; init; }

    /// <summary>ISO 4217; null means USD.</summary>
    [Id(2)] public string? Currency { get; init; }
    [Id(3)] public ShopContact? Contact { get; init; }

    /// <summary>Days from delivery in which a return may be asked for; null means no limit. Applies where the order has a delivery date.</summary>
    [Id(4)] public int? ReturnWindowDays { get; init; }

    /// <summary>As <see cref="ReturnWindowDays"/>, for exchanges.</summary>
    [Id(5)] public int? ExchangeWindowDays { get; init; }

    /// <summary>The only accepted reasons of a cancellation; null means <c>no longer needed</c> and <c>ordered by mistake</c>.</summary>
    [Id(6)] public IReadOnlyList<string>? CancelReasons { get; init; }

    /// <summary>Where a return's refund may go: <c>original_payment</c>, <c>gift_card</c>; null means both.</summary>
    [Id(7)] public IReadOnlyList<string>? RefundRoutes { get; init; }

    /// <summary>Payment method kind to how long a refund takes, in words.</summary>
    [Id(8)] public IReadOnlyDictionary<string, string>? RefundTimes { get; init; }
    [Id(9)] public WarrantyTerms? Warranty { get; init; }

    /// <summary>Tool name to the minutes in which its effect can be taken back; absent means not at all.</summary>
    [Id(10)] public IReadOnlyDictionary<string, int>? UndoMinutes { get; init; }

    /// <summary>How long a proposal stays open, in minutes; null means 30.</summary>
    [Id(11)] public int? ProposalMinutes { get; init; }

    /// <summary>Categories of goods that are used up, so that what a customer owns may be recommended again.</summary>
    [Id(12)] public IReadOnlyList<string>? ConsumableCategories { get; init; }

    /// <summary>Members that this version does not know, kept for the export.</summary>
    [field: NonSerialized]
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; init; }

    /// <summary>The rules of a shop that has set none.</summary>
    public static ShopPolicies None { get; } = new();

    /// <summary>The currency code, USD where none is set.</summary>
    [JsonIgnore] public string CurrencyCode => Currency ?? "USD";
}

/// <summary>How to reach the shop's people.</summary>
[GenerateSerializer, Immutable, Alias("shop-contact")]
public sealed record ShopContact
{
    [Id(0)] public string? Email { get; init; }
    [Id(1)] public string? Phone { get; init; }
    [Id(2)] public string? Hours { get; init; }
}

/// <summary>The warranty that the shop gives.</summary>
[GenerateSerializer, Immutable, Alias("warranty-terms")]
public sealed record WarrantyTerms
{
    /// <summary>Months for products that name no term; null means no warranty is known.</summary>
    [Id(0)] public int? DefaultMonths { get; init; }

    /// <summary>Where the term starts: <c>delivery</c> or <c>purchase</c>; null means delivery.</summary>
    [Id(1)] public string? StartsAt { get; init; }
    [Id(2)] public string? Covered { get; init; }
    [Id(3)] public string? NotCovered { get; init; }
}
