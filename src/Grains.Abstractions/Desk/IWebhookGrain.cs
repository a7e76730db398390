using System.Text.Json.Serialization;
using Orleans.Concurrency;
using SupportAgents.Conversations;
using SupportAgents.Identity;
using SupportAgents.Shop;

namespace SupportAgents.Desk;

/// <summary>What the shop's own systems were told of, keyed by <see cref="Key"/>. Staff only.</summary>
[Alias("webhooks")]
public interface IWebhookGrain : IGrainWithStringKey
{
    /// <summary>The only key.</summary>
    const string Key = "webhooks";

    /// <summary>Deliveries, newest first; with a state, only those that stand so.</summary>
    [Alias("list"), AlwaysInterleave]
    Task<Page<WebhookDelivery>> List(Principal who, WebhookState? state, string? after, int limit, CancellationToken cancellationToken = default);

    /// <summary>Lets a delivery that was given up be tried again, from the first attempt on.</summary>
    [Alias("retry"), AlwaysInterleave]
    Task<WebhookDelivery> Retry(Principal who, string id, CancellationToken cancellationToken = default);
}

/// <summary>Where a delivery stands.</summary>
[GenerateSerializer, Alias("webhook-state")]
[JsonConverter(typeof(SnakeCaseEnumConverter<WebhookState>))]
public enum WebhookState
{
    /// <summary>It is tried again at <see cref="WebhookDelivery.DueAt"/>.</summary>
    Waiting,

    /// <summary>The endpoint took it.</summary>
    Delivered,

    /// <summary>It was tried as often as allowed; a person decides.</summary>
    Dead,
}

/// <summary>One event on its way to one endpoint.</summary>
[GenerateSerializer, Immutable, Alias("webhook-delivery")]
public sealed record WebhookDelivery
{
    [Id(0)] public required string Id { get; init; }

    /// <summary>The event's id, the same for every endpoint and every attempt: receivers know a repetition by it.</summary>
    [Id(1)] public required string EventId { get; init; }

    /// <summary><c>conversation.handed_off</c>, <c>conversation.closed</c> or <c>action.executed</c>.</summary>
    [Id(2)] public required string Type { get; init; }

    /// <summary>The endpoint's name in the settings.</summary>
    [Id(3)] public required string Endpoint { get; init; }
    [Id(4)] public required WebhookState State { get; init; }
    [Id(5)] public required int Attempts { get; init; }
    [Id(6)] public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried next; the time of the last attempt once it is settled.</summary>
    [Id(7)] public required DateTimeOffset DueAt { get; init; }

    /// <summary>What the last attempt failed of; null when it did not.</summary>
    [Id(8)] public string? Error { get; init; }
    [Id(9)] public string? ConversationId { get; init; }
}
