using Microsoft.AspNetCore.Http.HttpResults;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Cluster;
using SupportAgents.Api.Limits;
using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Failures;

namespace SupportAgents.Api.Desk;

/// <summary>What many customers run into at once.</summary>
public static class KnownIssueEndpoints
{
    /// <summary>Maps the known issues below the desk.</summary>
    public static void MapKnownIssues(this IEndpointRouteBuilder desk)
    {
        var issues = desk.MapGroup("/known-issues");
        issues.MapGet("/", List).WithSummary("The same trouble with the same product from several customers, latest first")
            .WithDescription("`status` is `suspected`, `confirmed`, `resolved` or `dismissed`; without it, the suspected and the confirmed.");
        issues.MapPost("/{id}/confirm", Confirm).WithSummary("Confirms an issue with the answer that the next customers are told");
        issues.MapPost("/{id}/resolve", Resolve).WithSummary("Ends an issue and writes to every conversation in which it was told");
        issues.MapPost("/{id}/dismiss", Dismiss).WithSummary("Says that it is no issue");
    }

    private static async Task<Ok<Page<KnownIssue>>> List(
        CurrentPrincipal caller, string? status, int? limit, GrainCalls grains, CancellationToken cancellationToken)
    {
        var wanted = ParseStatus(status);
        var count = TextRules.Within(limit ?? 50, 1, 200, nameof(limit));
        return TypedResults.Ok(new Page<KnownIssue>
        {
            Items = await grains.Repeatable<IKnownIssuesGrain, IReadOnlyList<KnownIssue>>(
                IKnownIssuesGrain.Key, (grain, token) => grain.List(caller.Who, wanted, count, token), cancellationToken),
        });
    }

    private static async Task<Ok<KnownIssue>> Confirm(
        CurrentPrincipal caller, string id, IssueAnswer body, TextRules rules, GrainCalls grains, CancellationToken cancellationToken)
    {
        var (issue, answer) = (Identifiers.FromPath(id, "issue"), rules.Require(body.Answer, "answer"));
        return TypedResults.Ok(await grains.Repeatable<IKnownIssuesGrain, KnownIssue>(
            IKnownIssuesGrain.Key, (grain, token) => grain.Confirm(caller.Who, issue, answer, token), cancellationToken));
    }

    private static async Task<Ok<KnownIssue>> Resolve(
        CurrentPrincipal caller, string id, IssueResolution body, TextRules rules, GrainCalls grains, CancellationToken cancellationToken)
    {
        var (issue, message) = (Identifiers.FromPath(id, "issue"), rules.Require(body.Message, "message"));
        return TypedResults.Ok(await grains.Once<IKnownIssuesGrain, KnownIssue>(
            IKnownIssuesGrain.Key, (grain, token) => grain.Resolve(caller.Who, issue, message, token), cancellationToken));
    }

    private static async Task<Ok<KnownIssue>> Dismiss(CurrentPrincipal caller, string id, GrainCalls grains, CancellationToken cancellationToken)
    {
        var issue = Identifiers.FromPath(id, "issue");
        return TypedResults.Ok(await grains.Repeatable<IKnownIssuesGrain, KnownIssue>(
            IKnownIssuesGrain.Key, (grain, token) => grain.Dismiss(caller.Who, issue, token), cancellationToken));
    }

    private static KnownIssueStatus? ParseStatus(string? status) => status switch
    {
        null or "" => null,
        "suspected" => KnownIssueStatus.Suspected,
        "confirmed" => KnownIssueStatus.Confirmed,
        "resolved" => KnownIssueStatus.Resolved,
        "dismissed" => KnownIssueStatus.Dismissed,
        _ => throw new SupportException(FailureKind.Invalid, "status must be suspected, confirmed, resolved or dismissed."),
    };
}

/// <summary>Confirms an issue.</summary>
public sealed record IssueAnswer
{
    /// <summary>What the next customers are told, in the shop's words.</summary>
    public required string Answer { get; init; }
}

/// <summary>Ends an issue.</summary>
public sealed record IssueResolution
{
    /// <summary>What is written to everybody who told of it.</summary>
    public required string Message { get; init; }
}
