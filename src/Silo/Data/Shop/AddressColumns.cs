using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Shop;

/// <summary>An address as the columns of its owner's row; all are null where there is none.</summary>
internal abstract record AddressColumns
{
    public string? AddressLine1 { get; init; }
    public string? AddressLine2 { get; init; }
    public string? AddressCity { get; init; }
    public string? AddressState { get; init; }
    public string? AddressCountry { get; init; }
    public string? AddressPostalCode { get; init; }

    protected Address? ToAddress() => AddressLine1 is null ? null : new Address
    {
        Line1 = AddressLine1,
        Line2 = AddressLine2,
        City = AddressCity!,
        State = AddressState!,
        Country = AddressCountry!,
        PostalCode = AddressPostalCode!,
    };
}
