using Microsoft.AspNetCore.Http.HttpResults;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Cluster;
using SupportAgents.Api.Documents;
using SupportAgents.Api.Limits;
using SupportAgents.Knowledge;

namespace SupportAgents.Api.Knowledge;

/// <summary>What a citation points at, for whoever got the answer.</summary>
public static class CitedSectionEndpoints
{
    /// <summary>Maps <c>/v1/knowledge/sections</c>.</summary>
    public static void MapCitedSections(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/v1/knowledge/sections").WithTags("Knowledge").RequireAuthorization(Policies.Talk).ProducesProblems()
            .MapGet("/", Read).WithSummary("The section that a citation names, by its `documentId` and `section`");

    private static async Task<Ok<CitedSection>> Read(
        CurrentPrincipal caller, string documentId, string? section, TextRules rules, GrainCalls grains, CancellationToken cancellationToken)
    {
        var document = Identifiers.Require(documentId, nameof(documentId));
        var path = rules.Optional(section, nameof(section)) ?? "";
        return TypedResults.Ok(await grains.Repeatable<IKnowledgeGrain, CitedSection>(
            IKnowledgeGrain.Key, (grain, token) => grain.Cited(caller.Who, document, path, token), cancellationToken));
    }
}
