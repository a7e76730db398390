using System.Text.Json;
using SupportAgents.Agents;
using SupportAgents.Customers;
using SupportAgents.Grains.Specialists.Personalization.Skills;
using SupportAgents.Grains.Specialists.Recommendations;
using SupportAgents.Grains.Specialists.Recommendations.Ranking;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Personalization;

/// <summary>Makes the context that the supervisor hands to an agent: the least that its work needs. Pure.</summary>
public static class CustomerContexts
{
    private const int MostOrders = 5;
    private const int MostGoods = 8;
    private const int MostPreferences = 12;

    /// <summary>The context for an agent; null when the customer is unknown, or the agent needs none.</summary>
    public static CustomerContext? For(string agent, Customer? customer, IReadOnlyList<Order> orders, IReadOnlyList<BrowsingEvent> seen, Func<string, Product?> product, DateTimeOffset now)
    {
        if (customer is null)
            return null;
        var context = new CustomerContext { FirstName = customer.FirstName, LoyaltyTier = customer.LoyaltyTier };
        return agent switch
        {
            AgentNames.Orders => context with { RecentOrders = Recent(orders), OpenIssues = Issues(orders) },
            AgentNames.Troubleshooting => context with { OpenIssues = Issues(orders), Owned = Owned(orders) },
            AgentNames.Recommendations => context with { Preferences = Stated(customer), Interests = Interests(customer, seen, product, now) },
            AgentNames.Personalization => context with { Preferences = Stated(customer) },
            _ => null,
        };
    }

    /// <summary>True for agents whose context has what was browsed.</summary>
    public static bool NeedsBrowsing(string agent) => agent == AgentNames.Recommendations;

    private static string[] Recent(IReadOnlyList<Order> orders) => [.. orders.Take(MostOrders).Select(Line)];

    private static string[] Issues(IReadOnlyList<Order> orders) =>
        [.. orders.Where(order => order.Status is not (OrderStatus.Delivered or OrderStatus.Cancelled)).Take(MostOrders).Select(Line)];

    private static string Line(Order order) =>
        $"{order.Id}, {JsonNamingPolicy.SnakeCaseLower.ConvertName($"{order.Status}").Replace('_', ' ')}: {string.Join(", ", order.Items.Select(item => item.Name).Distinct())}";

    private static string[] Owned(IReadOnlyList<Order> orders) => [.. orders.SelectMany(Purchases.Kept).Select(item => item.Name).Distinct().Take(MostGoods)];

    private static string[] Stated(Customer customer) => [.. PreferenceWords.Of(customer.Preferences).Take(MostPreferences)];

    private static string[]? Interests(Customer customer, IReadOnlyList<BrowsingEvent> seen, Func<string, Product?> product, DateTimeOffset now) =>
        !StatedPreferences.Read(customer.Preferences).LearnFromBehaviour ? null
        : [.. BrowsingInterest.Of(seen, now).OrderByDescending(pair => pair.Value).Select(pair => product(pair.Key)?.Name).OfType<string>().Take(MostGoods)];
}
