using SupportAgents.Knowledge;
using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Format;

/// <summary>A record with the place that it was read from.</summary>
internal sealed record Located<T>(string File, int Line, T Value);

/// <summary>Everything that a folder holds.</summary>
internal sealed record ShopRecords
{
    public IReadOnlyList<Located<Customer>> Customers { get; init; } = [];
    public IReadOnlyList<Located<Product>> Products { get; init; } = [];
    public IReadOnlyList<Located<Order>> Orders { get; init; } = [];
    public IReadOnlyList<Located<ProductFeedback>> Feedback { get; init; } = [];
    public IReadOnlyList<Located<BrowsingEvent>> Browsing { get; init; } = [];
    public IReadOnlyList<Located<KnowledgeDocument>> Knowledge { get; init; } = [];

    /// <summary>The text of <c>policies.json</c>, verbatim; null where there is none.</summary>
    public string? Policies { get; init; }

    public ShopCounts Count() => new()
    {
        Customers = Customers.Count,
        Products = Products.Count,
        Variants = Products.Sum(product => product.Value.Variants.Count),
        Orders = Orders.Count,
        Feedback = Feedback.Count,
        Browsing = Browsing.Count,
        Knowledge = Knowledge.Count,
        Policies = Policies is null ? 0 : 1,
    };
}

/// <summary>How many records of each kind were read or written.</summary>
public sealed record ShopCounts
{
    public int Customers { get; init; }
    public int Products { get; init; }
    public int Variants { get; init; }
    public int Orders { get; init; }
    public int Feedback { get; init; }
    public int Browsing { get; init; }
    public int Knowledge { get; init; }
    public int Policies { get; init; }

    /// <summary>One line for reading.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Customers} customers, {Products} products with {Variants} variants, {Orders} orders, {Feedback} feedback, {Browsing} browsing events, {Knowledge} knowledge documents, {Policies} policies");
}
