namespace SupportAgents.Customers;

/// <summary>What an erasure did, store by store. It names nobody, and is kept as proof.</summary>
[GenerateSerializer, Immutable, Alias("erasure-receipt")]
public sealed record ErasureReceipt
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required DateTimeOffset ErasedAt { get; init; }

    /// <summary>Every store that holds personal records, also those that held none of this customer.</summary>
    [Id(2)] public required IReadOnlyList<ErasedStore> Stores { get; init; }
}

/// <summary>One store's part in an erasure.</summary>
[GenerateSerializer, Immutable, Alias("erased-store")]
public sealed record ErasedStore
{
    /// <summary>Such as <c>conversations</c>, <c>browsing</c>, <c>orders</c>.</summary>
    [Id(0)] public required string Store { get; init; }

    /// <summary>Records that are gone.</summary>
    [Id(1)] public int Deleted { get; init; }

    /// <summary>Records that stay without anything that leads to the customer.</summary>
    [Id(2)] public int Anonymised { get; init; }

    /// <summary>Why those stay, and what is left of them; null when nothing stays.</summary>
    [Id(3)] public string? Kept { get; init; }
}
