namespace SupportAgents.Shop;

/// <summary>What a customer said about a product.</summary>
[GenerateSerializer, Immutable, Alias("product-feedback")]
public sealed record ProductFeedback
{
    [Id(0)] public required string ProductId { get; init; }
    [Id(1)] public string? CustomerId { get; init; }

    /// <summary>From 1 to 5.</summary>
    [Id(2)] public int? Rating { get; init; }
    [Id(3)] public required string Text { get; init; }
    [Id(4)] public DateTimeOffset? At { get; init; }
}

/// <summary>A customer looked at a product.</summary>
[GenerateSerializer, Immutable, Alias("browsing-event")]
public sealed record BrowsingEvent
{
    [Id(0)] public required string CustomerId { get; init; }
    [Id(1)] public required string ProductId { get; init; }
    [Id(2)] public required DateTimeOffset At { get; init; }

    /// <summary>How long, in seconds.</summary>
    [Id(3)] public int? Seconds { get; init; }

    /// <summary>What they did: <c>view</c>, <c>compare</c>, <c>add_to_cart</c>, … as the shop names it.</summary>
    [Id(4)] public string? Action { get; init; }
}
