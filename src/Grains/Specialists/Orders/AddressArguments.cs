using System.ComponentModel;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders;

/// <summary>A whole postal address as tool arguments.</summary>
public abstract record AddressArguments
{
    [Description("Street and number")]
    public required string Line1 { get; init; }

    [Description("Apartment, suite, floor; may be left out")]
    public string? Line2 { get; init; }

    [Description("City")]
    public required string City { get; init; }

    [Description("State or region")]
    public required string State { get; init; }

    [Description("Country")]
    public required string Country { get; init; }

    [Description("Postal code, as text")]
    public required string PostalCode { get; init; }

    /// <summary>The address; an empty second line is none.</summary>
    public Address ToAddress() => new()
    {
        Line1 = Line1,
        Line2 = string.IsNullOrWhiteSpace(Line2) ? null : Line2,
        City = City,
        State = State,
        Country = Country,
        PostalCode = PostalCode,
    };
}

/// <summary>Arguments of <c>modify_pending_order_address</c>.</summary>
public sealed record OrderAddressArguments : AddressArguments, IOrderArguments
{
    [Description("The exact id of the pending order")]
    public required string OrderId { get; init; }
}

/// <summary>Arguments of <c>update_customer_address</c>.</summary>
public sealed record CustomerAddressArguments : AddressArguments;
