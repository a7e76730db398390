using System.ComponentModel;

namespace SupportAgents.Grains.Specialists.Orders;

/// <summary>Names one order.</summary>
public sealed record OrderArguments : IOrderArguments
{
    [Description("The exact id of one of the customer's orders, with its '#' where it has one")]
    public required string OrderId { get; init; }
}

/// <summary>Arguments that name an order.</summary>
public interface IOrderArguments
{
    /// <summary>The order's exact id.</summary>
    string OrderId { get; }
}

/// <summary>Arguments of <c>cancel_pending_order</c>.</summary>
public sealed record CancelArguments : IOrderArguments
{
    [Description("The exact id of the pending order to cancel")]
    public required string OrderId { get; init; }

    [Description("Why: one of the shop's accepted reasons, by default 'no longer needed' or 'ordered by mistake'")]
    public required string Reason { get; init; }
}

/// <summary>Arguments of <c>modify_pending_order_payment</c>.</summary>
public sealed record PaymentChangeArguments : IOrderArguments
{
    [Description("The exact id of the pending order")]
    public required string OrderId { get; init; }

    [Description("The id of the customer's payment method that is to pay the order instead")]
    public required string PaymentMethodId { get; init; }
}

/// <summary>Arguments of <c>return_delivered_order_items</c>.</summary>
public sealed record ReturnArguments : IOrderArguments
{
    [Description("The exact id of the delivered order")]
    public required string OrderId { get; init; }

    [Description("The variant ids of the units to send back; a variant is named once for each unit")]
    public required IReadOnlyList<string> VariantIds { get; init; }

    [Description("Where the refund goes: the order's original payment method, or one of the customer's gift cards")]
    public required string PaymentMethodId { get; init; }
}

/// <summary>Arguments of <c>modify_pending_order_items</c> and <c>exchange_delivered_order_items</c>.</summary>
public sealed record ReplaceArguments : IOrderArguments
{
    [Description("The exact id of the order")]
    public required string OrderId { get; init; }

    [Description("The variant ids of the units to replace; a variant is named once for each unit")]
    public required IReadOnlyList<string> VariantIds { get; init; }

    [Description("The variants to get instead, position by position; each must be an available variant of the same product")]
    public required IReadOnlyList<string> NewVariantIds { get; init; }

    [Description("The id of the customer's payment method that pays or receives the price difference")]
    public required string PaymentMethodId { get; init; }
}
