using Microsoft.AspNetCore.Http.HttpResults;
using SupportAgents.Agents;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Cluster;
using SupportAgents.Api.Documents;
using SupportAgents.Api.Limits;

namespace SupportAgents.Api.Understanding;

/// <summary>What the supervisor makes of a text, for staff who want to see why.</summary>
public static class UnderstandEndpoints
{
    // Readers of texts are spread over a few grains, so that a burst is read in parallel.
    private const int Readers = 16;

    /// <summary>Maps <c>/v1/understand</c>.</summary>
    public static void MapUnderstand(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/v1/understand").WithTags("Staff").RequireAuthorization(Policies.Staff).ProducesProblems()
            .MapGet("/", Understand)
            .WithSummary("What the supervisor would do with this text, without doing it");

    private static async Task<Ok<UnderstoodMessage>> Understand(
        CurrentPrincipal caller, string text, TextRules rules, GrainCalls grains, CancellationToken cancellationToken)
    {
        var words = rules.Require(text, nameof(text));
        var reader = $"understand-{Random.Shared.Next(Readers)}";
        return TypedResults.Ok(await grains.Repeatable<ISupervisorGrain, UnderstoodMessage>(
            reader, (grain, token) => grain.Understand(caller.Who, words, token), cancellationToken));
    }
}
