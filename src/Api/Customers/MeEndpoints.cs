using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Cluster;
using SupportAgents.Api.Documents;
using SupportAgents.Api.Limits;
using SupportAgents.Conversations;
using SupportAgents.Customers;
using SupportAgents.Failures;
using SupportAgents.Shop;

namespace SupportAgents.Api.Customers;

/// <summary>The customer's own records.</summary>
public static class MeEndpoints
{
    /// <summary>Maps <c>/v1/me</c>.</summary>
    public static void MapMe(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/me").WithTags("Own records").RequireAuthorization(Policies.Anyone).ProducesProblems();
        group.MapGet("/", Profile).WithSummary("The account");
        group.MapPatch("/preferences", UpdatePreferences)
            .Accepts<JsonElement>("application/json", "application/merge-patch+json")
            .WithSummary("Merges a JSON object into the preferences; null removes a member");
        group.MapOwnData();
        group.MapGet("/orders", Orders).WithSummary("All orders, newest first");
        group.MapGet("/orders/{id}", Order).WithSummary("One order, by its exact, URL-encoded id");
    }

    private static async Task<Ok<Customer>> Profile(CurrentPrincipal caller, GrainCalls grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Repeatable<ICustomerRecordsGrain, Customer>(
            caller.CustomerId, (grain, token) => grain.Profile(caller.Who, token), cancellationToken));

    private static async Task<Ok<JsonText>> UpdatePreferences(
        CurrentPrincipal caller, JsonElement patch, GrainCalls grains, CancellationToken cancellationToken)
    {
        if (patch.ValueKind is not JsonValueKind.Object)
            throw new SupportException(FailureKind.Invalid, "The preferences must be a JSON object.");
        TextRules.RequireText(patch);
        var json = new JsonText(patch.GetRawText());
        return TypedResults.Ok(await grains.Repeatable<ICustomerRecordsGrain, JsonText>(
            caller.CustomerId, (grain, token) => grain.UpdatePreferences(caller.Who, json, token), cancellationToken));
    }

    private static async Task<Ok<Page<Order>>> Orders(CurrentPrincipal caller, GrainCalls grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<Order>
        {
            Items = await grains.Repeatable<ICustomerRecordsGrain, IReadOnlyList<Order>>(
                caller.CustomerId, (grain, token) => grain.Orders(caller.Who, token), cancellationToken),
        });

    private static async Task<Ok<Order>> Order(CurrentPrincipal caller, string id, GrainCalls grains, CancellationToken cancellationToken)
    {
        var orderId = Identifiers.FromPath(id, "order");
        return TypedResults.Ok(await grains.Repeatable<ICustomerRecordsGrain, Order>(
            caller.CustomerId, (grain, token) => grain.Order(caller.Who, orderId, token), cancellationToken));
    }
}
