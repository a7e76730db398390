using SupportAgents.Conversations;
using SupportAgents.Desk;

namespace SupportAgents.Grains.Stores;

/// <summary>Deliveries to the shop's own systems. They are written with the effect that they tell of, and sent by a silo.</summary>
public interface IWebhookStore
{
    /// <summary>Deliveries, newest first; with a state, only those that stand so.</summary>
    Task<Page<WebhookDelivery>> List(WebhookState? state, string? after, int limit, CancellationToken cancellationToken);

    /// <summary>Makes a dead delivery due now, without attempts. Null when there is no dead delivery of that id.</summary>
    Task<WebhookDelivery?> Revive(string id, DateTimeOffset now, CancellationToken cancellationToken);
}
