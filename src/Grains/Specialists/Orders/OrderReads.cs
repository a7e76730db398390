using SupportAgents.Grains.Specialists.Orders.Rules;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tools;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders;

/// <summary>Where an order is.</summary>
public sealed record Tracking
{
    public required string OrderId { get; init; }
    public required OrderStatus Status { get; init; }
    public required IReadOnlyList<Fulfillment> Fulfillments { get; init; }
    public DateTimeOffset? DeliveredAt { get; init; }
}

/// <summary>Reads of the customer's own records. Somebody else's order is not found, as if it did not exist.</summary>
public sealed class OrderReads(ICustomerStore customers, IOrderStore orders)
{
    /// <summary>The account.</summary>
    public async Task<ToolResult> Customer(ToolContext context, NoArguments none, CancellationToken cancellationToken) =>
        await customers.Find(context.CustomerId, cancellationToken) is { } customer
            ? ToolResult.Found(customer, $"{customer.FullName}, {customer.Email}{(customer.Address is { } address ? $", {address.OneLine()}" : "")}. " +
                $"Payment methods: {Words.MethodsOf(customer.PaymentMethods ?? [], customer)}.")
            : ToolResult.Refused(Refusals.CustomerNotFound());

    /// <summary>All orders.</summary>
    public async Task<ToolResult> List(ToolContext context, NoArguments none, CancellationToken cancellationToken)
    {
        var all = await orders.List(context.CustomerId, cancellationToken);
        return ToolResult.Found(all, all.Count == 0
            ? "The customer has no orders."
            : string.Join("; ", all.Select(order => $"{order.Id} is {Words.Of(order.Status)}: {string.Join(", ", order.Items.Select(item => item.Name))}")) + ".");
    }

    /// <summary>One order.</summary>
    public Task<ToolResult> Details(ToolContext context, OrderArguments arguments, CancellationToken cancellationToken) =>
        Find(context, arguments, order => ToolResult.Found(order,
            $"Order {order.Id} is {Words.Of(order.Status)}. Items: {string.Join("; ", order.Items.Select(item => $"{Words.Of(item)} {item.Price} = {item.VariantId}"))}. " +
            $"Paid, net: {order.NetPaid}."), cancellationToken);

    /// <summary>Where an order is.</summary>
    public Task<ToolResult> Track(ToolContext context, OrderArguments arguments, CancellationToken cancellationToken) =>
        Find(context, arguments, order => ToolResult.Found(
            new Tracking { OrderId = order.Id, Status = order.Status, Fulfillments = order.Fulfillments ?? [], DeliveredAt = order.DeliveredAt },
            $"Order {order.Id} is {Words.Of(order.Status)}. " +
            (order.TrackingIds.Any() ? $"Tracking: {string.Join(", ", order.TrackingIds)}." : "It has no tracking number yet.")), cancellationToken);

    private async Task<ToolResult> Find(ToolContext context, OrderArguments arguments, Func<Order, ToolResult> answer, CancellationToken cancellationToken) =>
        await orders.Find(context.CustomerId, arguments.OrderId, cancellationToken) is { } order
            ? answer(order)
            : ToolResult.Refused(Refusals.OrderNotFound(arguments.OrderId));
}
