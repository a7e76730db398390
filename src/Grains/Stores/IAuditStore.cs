using SupportAgents.Audit;
using SupportAgents.Conversations;

namespace SupportAgents.Grains.Stores;

/// <summary>Calls of staff and admins. They are added and read, and never changed.</summary>
public interface IAuditStore
{
    /// <summary>Adds entries; those whose id is there already are left as they are.</summary>
    Task Add(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken);

    /// <summary>Entries that fit, newest first.</summary>
    Task<Page<AuditEntry>> Read(AuditQuery query, CancellationToken cancellationToken);
}
