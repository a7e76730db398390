using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Shop;

/// <summary>A row of <c>returns</c>.</summary>
internal sealed record ReturnRow
{
    public string OrderId { get; init; } = "";
    public string VariantIds { get; init; } = "";
    public string PaymentMethodId { get; init; } = "";

    public static IEnumerable<ReturnRow> From(Order order)
    {
        if (order.Return is { } request)
            yield return new() { OrderId = order.Id, VariantIds = StoredText.ToJson(request.VariantIds), PaymentMethodId = request.PaymentMethodId };
    }

    public OrderReturn ToReturn() => new() { VariantIds = StoredText.FromJson<string[]>(VariantIds), PaymentMethodId = PaymentMethodId };
}

/// <summary>A row of <c>exchanges</c>.</summary>
internal sealed record ExchangeRow
{
    public string OrderId { get; init; } = "";
    public string VariantIds { get; init; } = "";
    public string NewVariantIds { get; init; } = "";
    public string PaymentMethodId { get; init; } = "";
    public long PriceDifferenceCents { get; init; }

    public static IEnumerable<ExchangeRow> From(Order order)
    {
        if (order.Exchange is { } request)
        {
            yield return new()
            {
                OrderId = order.Id,
                VariantIds = StoredText.ToJson(request.VariantIds),
                NewVariantIds = StoredText.ToJson(request.NewVariantIds),
                PaymentMethodId = request.PaymentMethodId,
                PriceDifferenceCents = request.PriceDifference.Cents,
            };
        }
    }

    public OrderExchange ToExchange() => new()
    {
        VariantIds = StoredText.FromJson<string[]>(VariantIds),
        NewVariantIds = StoredText.FromJson<string[]>(NewVariantIds),
        PaymentMethodId = PaymentMethodId,
        PriceDifference = new Money(PriceDifferenceCents),
    };
}
