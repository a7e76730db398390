using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Failures;
using SupportAgents.Grains.Stores;
using SupportAgents.Identity;

namespace SupportAgents.Grains.Desk;

/// <inheritdoc cref="IWebhookGrain"/>
public sealed class WebhookGrain(IWebhookStore store, TimeProvider time) : Grain, IWebhookGrain
{
    private const int MaximumPage = 200;

    /// <inheritdoc/>
    public Task<Page<WebhookDelivery>> List(Principal who, WebhookState? state, string? after, int limit, CancellationToken cancellationToken = default)
    {
        who.RequireStaff();
        return limit is < 1 or > MaximumPage
            ? throw new SupportException(FailureKind.Invalid, $"limit must be between 1 and {MaximumPage}")
            : store.List(state, after, limit, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<WebhookDelivery> Retry(Principal who, string id, CancellationToken cancellationToken = default)
    {
        who.RequireStaff();
        return await store.Revive(id, time.GetUtcNow(), cancellationToken) ?? throw SupportException.NotFound("undelivered webhook");
    }
}
