using Orleans.Concurrency;
using SupportAgents.Identity;

namespace SupportAgents.Desk;

/// <summary>The staff's view of what many customers run into at once, keyed by <see cref="Key"/>. Staff only.</summary>
[Alias("known-issues")]
public interface IKnownIssuesGrain : IGrainWithStringKey
{
    /// <summary>The only key.</summary>
    const string Key = "desk";

    /// <summary>
    /// Issues that enough customers told of within the window, and all that a person has confirmed; the latest first. With
    /// <paramref name="status"/> those of that status, else the suspected and the confirmed.
    /// </summary>
    [Alias("list"), AlwaysInterleave]
    Task<IReadOnlyList<KnownIssue>> List(Principal who, KnownIssueStatus? status, int limit, CancellationToken cancellationToken = default);

    /// <summary>Gives an issue the answer that the next customers are told.</summary>
    [Alias("confirm")]
    Task<KnownIssue> Confirm(Principal who, string issueId, string answer, CancellationToken cancellationToken = default);

    /// <summary>Ends an issue and writes <paramref name="message"/> to every conversation in which it was told.</summary>
    [Alias("resolve")]
    Task<KnownIssue> Resolve(Principal who, string issueId, string message, CancellationToken cancellationToken = default);

    /// <summary>Says that it is no issue.</summary>
    [Alias("dismiss")]
    Task<KnownIssue> Dismiss(Principal who, string issueId, CancellationToken cancellationToken = default);
}
