using SupportAgents.Customers;

namespace SupportAgents.Grains.Reasoning.Models;

/// <summary>What the supervisor handed over about the customer, as a model reads it: a line for each thing that is known.</summary>
internal static class CustomerWords
{
    public static string Of(CustomerContext customer) => string.Join('\n', new[]
    {
        Line("First name", customer.FirstName),
        Line("Loyalty tier", customer.LoyaltyTier),
        Lines("Recent orders", customer.RecentOrders),
        Lines("Under way or asked for", customer.OpenIssues),
        Lines("Owns", customer.Owned),
        Lines("Stated preferences", customer.Preferences),
        Lines("Looked at lately", customer.Interests),
    }.OfType<string>());

    private static string? Line(string name, string? value) => value is null ? null : $"{name}: {value}";

    private static string? Lines(string name, IReadOnlyList<string>? values) => values is { Count: > 0 } ? $"{name}: {string.Join("; ", values)}" : null;
}
