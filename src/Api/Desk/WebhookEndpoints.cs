using Microsoft.AspNetCore.Http.HttpResults;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Cluster;
using SupportAgents.Api.Limits;
using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Failures;

namespace SupportAgents.Api.Desk;

/// <summary>What the shop's own systems were told of.</summary>
public static class WebhookEndpoints
{
    /// <summary>Maps the deliveries below the desk.</summary>
    public static void MapWebhooks(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/webhooks", List).WithSummary("Deliveries of webhooks, newest first; those that were given up with `state=dead`");
        desk.MapPost("/webhooks/{id}/retry", Retry).WithSummary("Lets a delivery that was given up be tried again");
    }

    private static async Task<Ok<Page<WebhookDelivery>>> List(
        CurrentPrincipal caller, string? state, string? after, int? limit, GrainCalls grains, CancellationToken cancellationToken)
    {
        var (wanted, cursor) = (ParseState(state), Identifiers.Optional(after, nameof(after)));
        var count = TextRules.Within(limit ?? 50, 1, 200, nameof(limit));
        return TypedResults.Ok(await grains.Repeatable<IWebhookGrain, Page<WebhookDelivery>>(
            IWebhookGrain.Key, (grain, token) => grain.List(caller.Who, wanted, cursor, count, token), cancellationToken));
    }

    private static async Task<Ok<WebhookDelivery>> Retry(CurrentPrincipal caller, string id, GrainCalls grains, CancellationToken cancellationToken)
    {
        var delivery = Identifiers.FromPath(id, "undelivered webhook");
        return TypedResults.Ok(await grains.Once<IWebhookGrain, WebhookDelivery>(
            IWebhookGrain.Key, (grain, token) => grain.Retry(caller.Who, delivery, token), cancellationToken));
    }

    private static WebhookState? ParseState(string? state) => state switch
    {
        null or "" => null,
        "waiting" => WebhookState.Waiting,
        "delivered" => WebhookState.Delivered,
        "dead" => WebhookState.Dead,
        _ => throw new SupportException(FailureKind.Invalid, "state must be waiting, delivered or dead."),
    };
}
