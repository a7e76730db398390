using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Shop;

/// <summary>A row of <c>feedback</c>.</summary>
internal sealed record FeedbackRow
{
    public string Id { get; init; } = "";
    public string ProductId { get; init; } = "";
    public string? CustomerId { get; init; }
    public int? Rating { get; init; }
    public string Text { get; init; } = "";
    public DateTimeOffset? At { get; init; }

    public static FeedbackRow From(string id, ProductFeedback feedback) => new()
    {
        Id = id,
        ProductId = feedback.ProductId,
        CustomerId = feedback.CustomerId,
        Rating = feedback.Rating,
        Text = feedback.Text,
        At = feedback.At,
    };

    public ProductFeedback ToFeedback() => new() { ProductId = ProductId, CustomerId = CustomerId, Rating = Rating, Text = Text, At = At };
}

/// <summary>A row of <c>browsing</c>.</summary>
internal sealed record BrowsingRow
{
    public string Id { get; init; } = "";
    public string CustomerId { get; init; } = "";
    public string ProductId { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public int? Seconds { get; init; }
    public string? Action { get; init; }

    public static BrowsingRow From(string id, BrowsingEvent seen) => new()
    {
        Id = id,
        CustomerId = seen.CustomerId,
        ProductId = seen.ProductId,
        At = seen.At,
        Seconds = seen.Seconds,
        Action = seen.Action,
    };

    public BrowsingEvent ToEvent() => new() { CustomerId = CustomerId, ProductId = ProductId, At = At, Seconds = Seconds, Action = Action };
}
