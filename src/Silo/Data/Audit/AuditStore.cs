using SupportAgents.Audit;
using SupportAgents.Conversations;
using SupportAgents.Grains.Stores;
using SupportAgents.Identity;

namespace SupportAgents.Silo.Data.Audit;

/// <summary>The audit log in the database.</summary>
internal sealed class AuditStore(Database database) : IAuditStore
{
    public Task Add(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken) => database.Write(null, async session =>
    {
        await session.ExecuteAll(
            """
            INSERT INTO audit_log (id, at, actor, role, method, path, customer_id, status, address, trace_id, tool)
            VALUES (@Id, @At, @Actor, @Role, @Method, @Path, @CustomerId, @Status, @Address, @TraceId, @Tool)
            ON CONFLICT (id) DO NOTHING
            """, entries.Select(AuditRow.From));
        return true;
    }, cancellationToken);

    public async Task<Page<AuditEntry>> Read(AuditQuery query, CancellationToken cancellationToken)
    {
        var rows = await database.Read(session => session.List<AuditRow>(
            $"""
            SELECT * FROM audit_log WHERE {(query.Actor is null ? "true" : "actor = @Actor")} AND {(query.CustomerId is null ? "true" : "customer_id = @CustomerId")}
              AND {(query.After is null ? "true" : "id < @After")}
            ORDER BY id DESC LIMIT @take
            """, new { query.Actor, query.CustomerId, query.After, take = query.Limit + 1 }), cancellationToken);
        return new Page<AuditEntry>
        {
            Items = [.. rows.Take(query.Limit).Select(row => row.ToEntry())],
            Next = rows.Count > query.Limit ? rows[query.Limit - 1].Id : null,
        };
    }

    private sealed record AuditRow
    {
        public string Id { get; init; } = "";
        public DateTimeOffset At { get; init; }
        public string Actor { get; init; } = "";
        public string Role { get; init; } = "";
        public string Method { get; init; } = "";
        public string Path { get; init; } = "";
        public string? CustomerId { get; init; }
        public int Status { get; init; }
        public string? Address { get; init; }
        public string? TraceId { get; init; }
        public string? Tool { get; init; }

        public static AuditRow From(AuditEntry entry) => new()
        {
            Id = entry.Id,
            At = entry.At,
            Actor = StoredText.Plain(entry.Actor)!,
            Role = StoredText.Name(entry.Role),
            Method = entry.Method,
            Path = StoredText.Plain(entry.Path)!,
            CustomerId = StoredText.Plain(entry.CustomerId),
            Status = entry.Status,
            Address = entry.Address,
            TraceId = entry.TraceId,
            Tool = StoredText.Plain(entry.Tool),
        };

        public AuditEntry ToEntry() => new()
        {
            Id = Id,
            At = At,
            Actor = Actor,
            Role = StoredText.Value<Role>(Role),
            Method = Method,
            Path = Path,
            CustomerId = CustomerId,
            Status = Status,
            Address = Address,
            TraceId = TraceId,
            Tool = Tool,
        };
    }
}
