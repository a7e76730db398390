using SupportAgents.Failures;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>The customer's records, read through the tools as a model would.</summary>
public static class OrderRecords
{
    /// <summary>All orders, newest first.</summary>
    public static async Task<IReadOnlyList<Order>> Orders(this SkillContext context, CancellationToken cancellationToken) =>
        await Read<IReadOnlyList<Order>>(context, OrderToolNames.ListOrders, cancellationToken);

    /// <summary>The account.</summary>
    public static async Task<Customer> Customer(this SkillContext context, CancellationToken cancellationToken) =>
        await Read<Customer>(context, OrderToolNames.GetCustomerDetails, cancellationToken);

    private static async Task<T> Read<T>(SkillContext context, string tool, CancellationToken cancellationToken)
    {
        var result = await context.Use(tool, new { }, cancellationToken);
        return result.Data is T data ? data : throw new SupportException(FailureKind.Unavailable, result.Text);
    }
}
