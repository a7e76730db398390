using Microsoft.AspNetCore.Http.HttpResults;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Cluster;
using SupportAgents.Api.Documents;
using SupportAgents.Api.Limits;
using SupportAgents.Audit;
using SupportAgents.Conversations;

namespace SupportAgents.Api.Audit;

/// <summary>What staff and admins did, for admins.</summary>
public static class AuditEndpoints
{
    /// <summary>Maps <c>/v1/audit</c>.</summary>
    public static void MapAudit(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/v1/audit").WithTags("Staff").RequireAuthorization(Policies.Admin).ProducesProblems()
            .MapGet("/", Read).WithSummary("Calls of staff and admins, newest first; for admins")
            .WithDescription("`actor` and `customerId` narrow it. Queries are not recorded: they may hold words of a search.");

    private static async Task<Ok<Page<AuditEntry>>> Read(
        CurrentPrincipal caller, string? actor, string? customerId, string? after, int? limit, GrainCalls grains, CancellationToken cancellationToken)
    {
        var query = new AuditQuery
        {
            Actor = Identifiers.Optional(actor, nameof(actor)),
            CustomerId = Identifiers.Optional(customerId, nameof(customerId)),
            After = Identifiers.Optional(after, nameof(after)),
            Limit = TextRules.Within(limit ?? 50, 1, 200, nameof(limit)),
        };
        return TypedResults.Ok(await grains.Repeatable<IAuditGrain, Page<AuditEntry>>(
            IAuditGrain.Key, (grain, token) => grain.Read(caller.Who, query, token), cancellationToken));
    }
}
