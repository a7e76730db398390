namespace SupportAgents.Customers;

/// <summary>
/// What an agent may know of the customer before it asks: only what its task needs, so most members are null for most
/// agents. It holds no contact or payment details; tools have those.
/// </summary>
[GenerateSerializer, Immutable, Alias("customer-context")]
public sealed record CustomerContext
{
    [Id(0)] public string? FirstName { get; init; }
    [Id(1)] public string? LoyaltyTier { get; init; }

    /// <summary>The newest orders, for agents that speak of orders.</summary>
    [Id(2)] public IReadOnlyList<string>? RecentOrders { get; init; }

    /// <summary>What is under way or went wrong: orders not delivered yet, returns and exchanges that were asked for.</summary>
    [Id(3)] public IReadOnlyList<string>? OpenIssues { get; init; }

    /// <summary>What they own of goods that can need help, newest first.</summary>
    [Id(4)] public IReadOnlyList<string>? Owned { get; init; }

    /// <summary>What they said they like or do not want.</summary>
    [Id(5)] public IReadOnlyList<string>? Preferences { get; init; }

    /// <summary>What they looked at most lately; null when they do not want to be learned from.</summary>
    [Id(6)] public IReadOnlyList<string>? Interests { get; init; }
}
