using SupportAgents.Desk;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Grains.Tests.Fakes;

/// <summary>Known issues in memory.</summary>
public sealed class InMemoryKnownIssueStore : IKnownIssueStore
{
    private readonly Dictionary<string, KnownIssue> _issues = [];

    public Task<KnownIssue> Report(string productId, IssueReport report, DateTimeOffset since,
        Func<IReadOnlyList<KnownIssue>, string?> match, CancellationToken cancellationToken)
    {
        var open = _issues.Values.Where(issue => issue.ProductId == productId
            && (issue.Status == KnownIssueStatus.Confirmed || (issue.Status == KnownIssueStatus.Suspected && issue.LastAt >= since))).ToList();
        var id = match(open) ?? $"i_{_issues.Count + 1}";
        var issue = _issues.GetValueOrDefault(id) ?? new KnownIssue
        {
            Id = id,
            ProductId = productId,
            Title = report.Symptom,
            Status = KnownIssueStatus.Suspected,
            Customers = 0,
            FirstAt = report.At,
            LastAt = report.At,
        };
        List<IssueReport> reports = [.. issue.Reports.Where(one => one.ConversationId != report.ConversationId), report];
        _issues[id] = issue with { Reports = reports, LastAt = report.At, Customers = reports.Select(one => one.CustomerId).Distinct().Count() };
        return Task.FromResult(_issues[id]);
    }

    public Task<IReadOnlyList<KnownIssue>> List(IReadOnlyCollection<KnownIssueStatus> status, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<KnownIssue>>([.. _issues.Values.Where(issue => status.Contains(issue.Status) && issue.LastAt >= since)]);

    public Task<KnownIssue?> Find(string issueId, CancellationToken cancellationToken) => Task.FromResult(_issues.GetValueOrDefault(issueId));

    public Task<bool> Settle(string issueId, KnownIssueStatus status, string? answer, CancellationToken cancellationToken)
    {
        if (!_issues.TryGetValue(issueId, out var issue))
            return Task.FromResult(false);
        _issues[issueId] = issue with { Status = status, Answer = answer ?? issue.Answer };
        return Task.FromResult(true);
    }
}

/// <summary>Tried steps in memory.</summary>
public sealed class InMemoryTriedStepStore : ITriedStepStore
{
    private readonly List<TriedSteps> _tried = [];

    public Task Remember(TriedSteps tried, CancellationToken cancellationToken)
    {
        _tried.RemoveAll(known => known.ConversationId == tried.ConversationId && known.ProductId == tried.ProductId);
        _tried.Add(tried);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<TriedSteps>> Of(string customerId, string productId, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TriedSteps>>([.. _tried.Where(tried => tried.CustomerId == customerId && tried.ProductId == productId && tried.At >= since)]);
}
