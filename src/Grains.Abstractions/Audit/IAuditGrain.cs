using Orleans.Concurrency;
using SupportAgents.Conversations;
using SupportAgents.Identity;

namespace SupportAgents.Audit;

/// <summary>Who of the staff called what, keyed by <see cref="Key"/>.</summary>
[Alias("audit")]
public interface IAuditGrain : IGrainWithStringKey
{
    /// <summary>The only key.</summary>
    const string Key = "audit";

    /// <summary>Stores entries; one whose id is stored already changes nothing.</summary>
    [Alias("append"), AlwaysInterleave]
    Task Append(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken = default);

    /// <summary>Entries that fit, newest first. Admins only.</summary>
    [Alias("read"), AlwaysInterleave]
    Task<Page<AuditEntry>> Read(Principal who, AuditQuery query, CancellationToken cancellationToken = default);
}

/// <summary>One call of a staff member or admin, whatever came of it.</summary>
[GenerateSerializer, Immutable, Alias("audit-entry")]
public sealed record AuditEntry
{
    /// <summary>Sorts by time.</summary>
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required DateTimeOffset At { get; init; }

    /// <summary>The token's subject.</summary>
    [Id(2)] public required string Actor { get; init; }
    [Id(3)] public required Role Role { get; init; }
    [Id(4)] public required string Method { get; init; }

    /// <summary>The path, which names what was called and on what; the query is left out, because it may hold words of a search.</summary>
    [Id(5)] public required string Path { get; init; }

    /// <summary>The customer that the call was made for; null where none was named.</summary>
    [Id(6)] public string? CustomerId { get; init; }

    /// <summary>The HTTP status of the answer.</summary>
    [Id(7)] public required int Status { get; init; }

    /// <summary>The caller's network address.</summary>
    [Id(8)] public string? Address { get; init; }

    /// <summary>Leads to traces and logs.</summary>
    [Id(9)] public string? TraceId { get; init; }

    /// <summary>The tool, where one was called over MCP.</summary>
    [Id(10)] public string? Tool { get; init; }
}

/// <summary>Which entries to read.</summary>
[GenerateSerializer, Immutable, Alias("audit-query")]
public sealed record AuditQuery
{
    /// <summary>Only this actor's.</summary>
    [Id(0)] public string? Actor { get; init; }

    /// <summary>Only what was done for this customer.</summary>
    [Id(1)] public string? CustomerId { get; init; }

    /// <summary>The id of the last entry of the page before.</summary>
    [Id(2)] public string? After { get; init; }

    /// <summary>From 1 to 200.</summary>
    [Id(3)] public required int Limit { get; init; }
}
