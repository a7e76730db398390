using Microsoft.AspNetCore.Http.HttpResults;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Cluster;
using SupportAgents.Api.Limits;
using SupportAgents.Customers;

namespace SupportAgents.Api.Customers;

/// <summary>All that is held about a customer: seen and erased by the customer, or by staff for them.</summary>
public static class CustomerDataEndpoints
{
    private const string ExportSummary = "Everything that is held about the customer, from every store, in one document";
    private const string EraseSummary = "Erases the customer in every store; answers with a receipt for each";
    private const string EraseDescription =
        "It cannot be undone. Orders stay for the shop's books, without name, address, tracking and card. While orders are under way it is a 409 " +
        "unless `includingOpenOrders=true`: they lose their address too. What is not held is a 404.";

    /// <summary>Maps the customer's own calls below <c>/v1/me</c>.</summary>
    public static void MapOwnData(this IEndpointRouteBuilder me)
    {
        me.MapGet("/export", (CurrentPrincipal caller, GrainCalls grains, CancellationToken cancellationToken) =>
            Export(caller, caller.CustomerId, grains, cancellationToken)).WithSummary(ExportSummary);
        me.MapDelete("/", (CurrentPrincipal caller, bool? includingOpenOrders, GrainCalls grains, CancellationToken cancellationToken) =>
            Erase(caller, caller.CustomerId, includingOpenOrders, grains, cancellationToken)).WithSummary(EraseSummary).WithDescription(EraseDescription).WithMetadata(new ErasesCustomer());
    }

    /// <summary>Maps the staff's calls below the desk.</summary>
    public static void MapDeskData(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/customers/{id}/export", (CurrentPrincipal caller, string id, GrainCalls grains, CancellationToken cancellationToken) =>
            Export(caller, Identifiers.FromPath(id, "customer"), grains, cancellationToken)).WithSummary(ExportSummary);
        desk.MapDelete("/customers/{id}", (CurrentPrincipal caller, string id, bool? includingOpenOrders, GrainCalls grains, CancellationToken cancellationToken) =>
            Erase(caller, Identifiers.FromPath(id, "customer"), includingOpenOrders, grains, cancellationToken)).WithSummary(EraseSummary).WithDescription(EraseDescription).WithMetadata(new ErasesCustomer());
    }

    private static async Task<Ok<CustomerExport>> Export(CurrentPrincipal caller, string customerId, GrainCalls grains, CancellationToken cancellationToken)
    {
        var who = caller.Who with { CustomerId = customerId };
        return TypedResults.Ok(await grains.Repeatable<ICustomerDataGrain, CustomerExport>(
            customerId, (grain, token) => grain.Export(who, token), cancellationToken));
    }

    private static async Task<Ok<ErasureReceipt>> Erase(
        CurrentPrincipal caller, string customerId, bool? includingOpenOrders, GrainCalls grains, CancellationToken cancellationToken)
    {
        var who = caller.Who with { CustomerId = customerId };
        return TypedResults.Ok(await grains.Repeatable<ICustomerDataGrain, ErasureReceipt>(
            customerId, (grain, token) => grain.Erase(who, includingOpenOrders == true, token), cancellationToken));
    }
}
