using SupportAgents.Audit;
using SupportAgents.Conversations;
using SupportAgents.Failures;
using SupportAgents.Grains.Desk;
using SupportAgents.Grains.Stores;
using SupportAgents.Identity;

namespace SupportAgents.Grains.Audit;

/// <inheritdoc cref="IAuditGrain"/>
public sealed class AuditGrain(IAuditStore store) : Grain, IAuditGrain
{
    private const int MaximumPage = 200;

    /// <inheritdoc/>
    public Task Append(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken = default) => store.Add(entries, cancellationToken);

    /// <inheritdoc/>
    public Task<Page<AuditEntry>> Read(Principal who, AuditQuery query, CancellationToken cancellationToken = default)
    {
        who.RequireAdmin();
        return query.Limit is < 1 or > MaximumPage
            ? throw new SupportException(FailureKind.Invalid, $"limit must be between 1 and {MaximumPage}")
            : store.Read(query, cancellationToken);
    }
}
