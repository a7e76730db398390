using SupportAgents.Desk;
using SupportAgents.Failures;
using SupportAgents.Identity;

namespace SupportAgents.Api.Tests.Fakes;

/// <summary>One issue.</summary>
public sealed class FakeKnownIssuesGrain : Grain, IKnownIssuesGrain
{
    public Task<IReadOnlyList<KnownIssue>> List(Principal who, KnownIssueStatus? status, int limit, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<KnownIssue>>([Issue("i_1", status ?? KnownIssueStatus.Suspected, $"{limit}")]);

    public Task<KnownIssue> Confirm(Principal who, string issueId, string answer, CancellationToken cancellationToken = default) =>
        Task.FromResult(Issue(issueId, KnownIssueStatus.Confirmed, answer));

    public Task<KnownIssue> Resolve(Principal who, string issueId, string message, CancellationToken cancellationToken = default) =>
        Task.FromResult(Issue(issueId, KnownIssueStatus.Resolved, message));

    public Task<KnownIssue> Dismiss(Principal who, string issueId, CancellationToken cancellationToken = default) =>
        issueId == "i_1" ? Task.FromResult(Issue(issueId, KnownIssueStatus.Dismissed, null)) : throw SupportException.NotFound("known issue");

    private static KnownIssue Issue(string id, KnownIssueStatus status, string? answer) => new()
    {
        Id = id,
        ProductId = "lamp",
        Title = "it blinks",
        Status = status,
        Answer = answer,
        Customers = 3,
        FirstAt = DateTimeOffset.UnixEpoch,
        LastAt = DateTimeOffset.UnixEpoch,
    };
}
