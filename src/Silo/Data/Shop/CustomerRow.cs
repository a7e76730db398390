using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Shop;

/// <summary>A row of <c>customers</c>.</summary>
internal sealed record CustomerRow : AddressColumns
{
    public string Id { get; init; } = "";
    public string FirstName { get; init; } = "";
    public string LastName { get; init; } = "";
    public string Email { get; init; } = "";
    public string EmailKey { get; init; } = "";
    public string? Phone { get; init; }
    public bool HasPaymentMethods { get; init; }
    public string? Preferences { get; init; }
    public string? LoyaltyTier { get; init; }
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>What an e-mail is compared by.</summary>
    public static string KeyOf(string email) => email.ToLowerInvariant();

    public static CustomerRow From(Customer customer) => new()
    {
        Id = customer.Id,
        FirstName = customer.FirstName,
        LastName = customer.LastName,
        Email = customer.Email,
        EmailKey = KeyOf(customer.Email),
        Phone = customer.Phone,
        AddressLine1 = customer.Address?.Line1,
        AddressLine2 = customer.Address?.Line2,
        AddressCity = customer.Address?.City,
        AddressState = customer.Address?.State,
        AddressCountry = customer.Address?.Country,
        AddressPostalCode = customer.Address?.PostalCode,
        HasPaymentMethods = customer.PaymentMethods is not null,
        Preferences = customer.Preferences?.Json,
        LoyaltyTier = customer.LoyaltyTier,
        JoinedAt = customer.JoinedAt,
    };

    public Customer ToCustomer(IEnumerable<PaymentMethodRow> methods) => new()
    {
        Id = Id,
        FirstName = FirstName,
        LastName = LastName,
        Email = Email,
        Phone = Phone,
        Address = ToAddress(),
        PaymentMethods = HasPaymentMethods ? [.. methods.Select(method => method.ToPaymentMethod())] : null,
        Preferences = Preferences is null ? null : new JsonText(Preferences),
        LoyaltyTier = LoyaltyTier,
        JoinedAt = JoinedAt,
    };
}

/// <summary>A row of <c>customer_payment_methods</c>.</summary>
internal sealed record PaymentMethodRow
{
    public string CustomerId { get; init; } = "";
    public int LineNo { get; init; }
    public string Id { get; init; } = "";
    public string Kind { get; init; } = "";
    public string? Brand { get; init; }
    public string? LastFour { get; init; }
    public long? BalanceCents { get; init; }

    public static IEnumerable<PaymentMethodRow> From(Customer customer) =>
        (customer.PaymentMethods ?? []).Select((method, index) => new PaymentMethodRow
        {
            CustomerId = customer.Id,
            LineNo = index,
            Id = method.Id,
            Kind = StoredText.Name(method.Kind),
            Brand = method.Brand,
            LastFour = method.LastFour,
            BalanceCents = method.Balance?.Cents,
        });

    public PaymentMethod ToPaymentMethod() => new()
    {
        Id = Id,
        Kind = StoredText.Value<PaymentMethodKind>(Kind),
        Brand = Brand,
        LastFour = LastFour,
        Balance = BalanceCents is { } cents ? new Money(cents) : null,
    };
}
