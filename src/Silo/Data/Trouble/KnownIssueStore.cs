using SupportAgents.Desk;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Silo.Data.Trouble;

/// <summary>Known issues in the database.</summary>
internal sealed class KnownIssueStore(Database database) : IKnownIssueStore
{
    public Task<KnownIssue> Report(string productId, IssueReport report, DateTimeOffset since,
        Func<IReadOnlyList<KnownIssue>, string?> match, CancellationToken cancellationToken) =>
        database.Write(null, async session =>
        {
            // The product's row keeps two first reports from becoming two issues.
            await session.First<string>($"SELECT id FROM products WHERE id = @productId{session.ForUpdate}", new { productId });
            var open = await KnownIssueTable.Where(session,
                "i.product_id = @productId AND i.status IN ('suspected', 'confirmed') AND (i.status = 'confirmed' OR i.last_at >= @since)", new { productId, since });
            var id = match(open) ?? await Begin(session, productId, report);
            await session.Execute("UPDATE known_issues SET last_at = @At WHERE id = @id", new { id, report.At });
            await session.Execute(
                """
                INSERT INTO issue_reports (issue_id, conversation_id, customer_id, symptom, at) VALUES (@id, @ConversationId, @CustomerId, @Symptom, @At)
                ON CONFLICT (issue_id, conversation_id) DO UPDATE SET symptom = excluded.symptom, at = excluded.at
                """, new { id, report.ConversationId, report.CustomerId, Symptom = StoredText.Plain(report.Symptom), report.At });
            return (await KnownIssueTable.Where(session, "i.id = @id", new { id }))[0];
        }, cancellationToken);

    public Task<IReadOnlyList<KnownIssue>> List(IReadOnlyCollection<KnownIssueStatus> status, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", status.Select(one => $"'{StoredText.Name(one)}'"));
        return database.Read(session => KnownIssueTable.Where(session, $"i.status IN ({names}) AND i.last_at >= @since", new { since }), cancellationToken);
    }

    public Task<KnownIssue?> Find(string issueId, CancellationToken cancellationToken) =>
        database.Read(async session => await KnownIssueTable.Where(session, "i.id = @issueId", new { issueId }) is [var issue] ? issue : null, cancellationToken);

    public Task<bool> Settle(string issueId, KnownIssueStatus status, string? answer, CancellationToken cancellationToken) =>
        database.Write(null, async session => await session.Execute(
            "UPDATE known_issues SET status = @status, answer = coalesce(@answer, answer) WHERE id = @issueId",
            new { issueId, status = StoredText.Name(status), answer = StoredText.Plain(answer) }) > 0, cancellationToken);

    private static async Task<string> Begin(DbSession session, string productId, IssueReport report)
    {
        var id = $"i_{Guid.CreateVersion7(report.At):N}";
        await session.Execute("INSERT INTO known_issues (id, product_id, status, last_at) VALUES (@id, @productId, 'suspected', @At)", new { id, productId, report.At });
        return id;
    }
}
