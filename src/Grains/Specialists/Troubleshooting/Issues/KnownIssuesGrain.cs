using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Failures;
using SupportAgents.Grains.Stores;
using SupportAgents.Identity;

namespace SupportAgents.Grains.Specialists.Troubleshooting.Issues;

/// <inheritdoc cref="IKnownIssuesGrain"/>
public sealed partial class KnownIssuesGrain(
    IKnownIssueStore issues, IOptions<KnownIssueOptions> options, TimeProvider time, ILogger<KnownIssuesGrain> logger) : Grain, IKnownIssuesGrain
{
    /// <summary>Issues in one list, at most.</summary>
    public const int MaxList = 200;

    private const int ShownReports = 20;
    private const int MaxText = 4_000;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KnownIssue>> List(Principal who, KnownIssueStatus? status, int limit, CancellationToken cancellationToken = default)
    {
        RequireStaff(who);
        if (limit is < 1 or > MaxList)
            throw new SupportException(FailureKind.Invalid, $"limit must be between 1 and {MaxList}");
        KnownIssueStatus[] wanted = status is { } one ? [one] : [KnownIssueStatus.Suspected, KnownIssueStatus.Confirmed];
        var recent = time.GetUtcNow() - options.Value.Window;
        return [.. (await issues.List(wanted, DateTimeOffset.MinValue, cancellationToken))
            .Where(issue => issue.Status != KnownIssueStatus.Suspected || (issue.LastAt >= recent && issue.Customers >= options.Value.Customers))
            .Take(limit).Select(Shown)];
    }

    /// <inheritdoc/>
    public Task<KnownIssue> Confirm(Principal who, string issueId, string answer, CancellationToken cancellationToken = default) =>
        Settle(who, issueId, KnownIssueStatus.Confirmed, Text(answer, "answer"), cancellationToken);

    /// <inheritdoc/>
    public async Task<KnownIssue> Resolve(Principal who, string issueId, string message, CancellationToken cancellationToken = default)
    {
        var text = Text(message, "message");
        RequireStaff(who);
        var before = await Require(issueId, cancellationToken);
        // Settled first: said again, a half-told resolution would write to everybody twice.
        if (before.Status == KnownIssueStatus.Resolved)
            throw new SupportException(FailureKind.Conflict, "the issue is resolved already");
        var resolved = await Settle(who, issueId, KnownIssueStatus.Resolved, null, cancellationToken);
        foreach (var conversation in before.Reports.Select(report => report.ConversationId).Distinct(StringComparer.Ordinal))
            await FollowUp(who, conversation, text, cancellationToken);
        return resolved;
    }

    /// <inheritdoc/>
    public Task<KnownIssue> Dismiss(Principal who, string issueId, CancellationToken cancellationToken = default) =>
        Settle(who, issueId, KnownIssueStatus.Dismissed, null, cancellationToken);

    /// <summary>Writes to a conversation, and leaves it to the agents again where they had it.</summary>
    private async Task FollowUp(Principal who, string conversationId, string text, CancellationToken cancellationToken)
    {
        try
        {
            var status = (await GrainFactory.GetGrain<IConversationReaderGrain>(conversationId).Describe(who, cancellationToken)).Status;
            var care = GrainFactory.GetGrain<IConversationCareGrain>(conversationId);
            await care.Record(who, new StaffSaid { Name = who.Subject, Text = text }, cancellationToken);
            if (status is ConversationStatus.Open or ConversationStatus.Closed)
                await care.Record(who, new HandedBack { Name = who.Subject, Note = "A known issue was resolved; the customer was told." }, cancellationToken);
        }
        catch (SupportException e)
        {
            LogNotTold(e, conversationId);
        }
    }

    private async Task<KnownIssue> Settle(Principal who, string issueId, KnownIssueStatus status, string? answer, CancellationToken cancellationToken)
    {
        RequireStaff(who);
        if (!await issues.Settle(issueId, status, answer, cancellationToken))
            throw SupportException.NotFound("known issue");
        return Shown(await Require(issueId, cancellationToken));
    }

    private async Task<KnownIssue> Require(string issueId, CancellationToken cancellationToken) =>
        await issues.Find(issueId, cancellationToken) ?? throw SupportException.NotFound("known issue");

    private static KnownIssue Shown(KnownIssue issue) => issue with { Reports = [.. issue.Reports.TakeLast(ShownReports)] };

    private static string Text(string text, string name) =>
        string.IsNullOrWhiteSpace(text) || text.Length > MaxText
            ? throw new SupportException(FailureKind.Invalid, $"the {name} has 1 to {MaxText:N0} characters")
            : text.Trim();

    private static void RequireStaff(Principal who)
    {
        if (!who.IsStaff)
            throw new SupportException(FailureKind.Forbidden, "only staff see known issues");
    }

    [LoggerMessage(LogLevel.Warning, "The conversation {ConversationId} was not told that its known issue is resolved")]
    private partial void LogNotTold(Exception exception, string conversationId);
}
