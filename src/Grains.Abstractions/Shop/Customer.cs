using System.Text.Json.Serialization;

namespace SupportAgents.Shop;

/// <summary>A customer's account.</summary>
[GenerateSerializer, Immutable, Alias("customer")]
public sealed record Customer
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string FirstName { get; init; }
    [Id(2)] public required string LastName { get; init; }

    /// <summary>Unique, ignoring case.</summary>
    [Id(3)] public required string Email { get; init; }
    [Id(4)] public string? Phone { get; init; }
    [Id(5)] public Address? Address { get; init; }
    [Id(6)] public IReadOnlyList<PaymentMethod>? PaymentMethods { get; init; }

    /// <summary>What the customer told us about their taste: a JSON object of any shape.</summary>
    [Id(7)] public JsonText? Preferences { get; init; }
    [Id(8)] public string? LoyaltyTier { get; init; }
    [Id(9)] public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>First and last name.</summary>
    [JsonIgnore] public string FullName => $"{FirstName} {LastName}".Trim();

    /// <summary>The payment method with that exact id, or null.</summary>
    public PaymentMethod? FindPaymentMethod(string id) => PaymentMethods?.FirstOrDefault(method => method.Id == id);
}

/// <summary>How a customer pays.</summary>
[GenerateSerializer, Immutable, Alias("payment-method")]
public sealed record PaymentMethod
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required PaymentMethodKind Kind { get; init; }

    /// <summary>A credit card's brand.</summary>
    [Id(2)] public string? Brand { get; init; }

    /// <summary>A credit card's last four digits.</summary>
    [Id(3)] public string? LastFour { get; init; }

    /// <summary>What is left on a gift card.</summary>
    [Id(4)] public Money? Balance { get; init; }
}

/// <summary>The kinds of payment method.</summary>
[GenerateSerializer, Alias("payment-method-kind")]
[JsonConverter(typeof(SnakeCaseEnumConverter<PaymentMethodKind>))]
public enum PaymentMethodKind { CreditCard, Paypal, GiftCard }
