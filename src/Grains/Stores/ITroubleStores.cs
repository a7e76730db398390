using SupportAgents.Desk;

namespace SupportAgents.Grains.Stores;

/// <summary>Issues that customers tell of. A report goes with its conversation when that is erased.</summary>
public interface IKnownIssueStore
{
    /// <summary>
    /// Notes what a customer tells, under the open issue of that product that <paramref name="match"/> picks by id among
    /// those told of since <paramref name="since"/>, or as a new one; one report a conversation and issue. Reports about one
    /// product wait for each other. Returns the issue as it is afterwards.
    /// </summary>
    Task<KnownIssue> Report(string productId, IssueReport report, DateTimeOffset since,
        Func<IReadOnlyList<KnownIssue>, string?> match, CancellationToken cancellationToken);

    /// <summary>Issues of these states that were told of since then, the latest first.</summary>
    Task<IReadOnlyList<KnownIssue>> List(IReadOnlyCollection<KnownIssueStatus> status, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>The issue with all its reports, or null.</summary>
    Task<KnownIssue?> Find(string issueId, CancellationToken cancellationToken);

    /// <summary>Sets an issue's state and, where it is given, its answer; false when there is none.</summary>
    Task<bool> Settle(string issueId, KnownIssueStatus status, string? answer, CancellationToken cancellationToken);
}

/// <summary>What customers have tried in vain. It goes with its conversation when that is erased.</summary>
public interface ITriedStepStore
{
    /// <summary>Notes steps that did not help; what is known already stays as it is.</summary>
    Task Remember(TriedSteps tried, CancellationToken cancellationToken);

    /// <summary>What the customer tried with that product since then, oldest first.</summary>
    Task<IReadOnlyList<TriedSteps>> Of(string customerId, string productId, DateTimeOffset since, CancellationToken cancellationToken);
}

/// <summary>Steps that did not help with one trouble.</summary>
public sealed record TriedSteps
{
    public required string CustomerId { get; init; }
    public required string ProductId { get; init; }
    public required string ConversationId { get; init; }

    /// <summary>The trouble, in the customer's words.</summary>
    public required string Symptom { get; init; }

    /// <summary>The steps as they were given, or as the customer told them.</summary>
    public required IReadOnlyList<string> Steps { get; init; }
    public required DateTimeOffset At { get; init; }
}
