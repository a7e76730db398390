namespace SupportAgents.Shop;

/// <summary>A postal address. All parts are text, as the customer wrote them.</summary>
[GenerateSerializer, Immutable, Alias("address")]
public sealed record Address
{
    [Id(0)] public required string Line1 { get; init; }
    [Id(1)] public string? Line2 { get; init; }
    [Id(2)] public required string City { get; init; }
    [Id(3)] public required string State { get; init; }
    [Id(4)] public required string Country { get; init; }
    [Id(5)] public required string PostalCode { get; init; }

    /// <summary>One line for reading.</summary>
    public string OneLine() => string.Join(", ",
        new[] { Line1, Line2, City, $"{State} {PostalCode}".Trim(), Country }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
