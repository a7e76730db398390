using SupportAgents.Desk;

namespace SupportAgents.Silo.Data.Trouble;

/// <summary>Issues with their reports, as rows.</summary>
internal static class KnownIssueTable
{
    /// <summary>Longest title, in characters; it is the beginning of a report's symptom.</summary>
    public const int MaxTitle = 120;

    /// <summary>The issues of a condition on <c>i</c> that have reports, the latest first.</summary>
    public static async Task<IReadOnlyList<KnownIssue>> Where(DbSession session, string condition, object arguments)
    {
        var rows = await session.List<Row>(
            $"""
            SELECT i.id, i.product_id, i.title, i.status, i.answer, p.name AS product_name, r.conversation_id, r.customer_id, r.symptom, r.at
            FROM known_issues i JOIN issue_reports r ON r.issue_id = i.id LEFT JOIN products p ON p.id = i.product_id
            WHERE {condition} ORDER BY r.at, r.conversation_id
            """, arguments);
        return [.. rows.GroupBy(row => row.Id, StringComparer.Ordinal).Select(issue => Of([.. issue])).OrderByDescending(issue => issue.LastAt)];
    }

    /// <summary>
    /// Takes a conversation's report and words out of the issues: the oldest other report names such an issue then, and one
    /// that nobody else told of goes.
    /// </summary>
    public static async Task Forget(DbSession session, string conversationId)
    {
        var issues = await session.List<string>("SELECT issue_id FROM issue_reports WHERE conversation_id = @conversationId", new { conversationId });
        await session.Execute("DELETE FROM issue_reports WHERE conversation_id = @conversationId", new { conversationId });
        foreach (var id in issues)
        {
            await session.Execute("DELETE FROM known_issues WHERE id = @id AND NOT EXISTS (SELECT 1 FROM issue_reports WHERE issue_id = @id)", new { id });
            await session.Execute(
                "UPDATE known_issues SET title = (SELECT substr(symptom, 1, @MaxTitle) FROM issue_reports WHERE issue_id = @id ORDER BY at, conversation_id LIMIT 1) WHERE id = @id",
                new { id, MaxTitle });
        }
    }

    private static KnownIssue Of(List<Row> rows) => new()
    {
        Id = rows[0].Id,
        ProductId = rows[0].ProductId,
        ProductName = rows[0].ProductName,
        Title = rows[0].Title,
        Status = StoredText.Value<KnownIssueStatus>(rows[0].Status),
        Answer = rows[0].Answer,
        Customers = rows.Select(row => row.CustomerId).Distinct(StringComparer.Ordinal).Count(),
        FirstAt = rows[0].At,
        LastAt = rows[^1].At,
        Reports = [.. rows.Select(row => new IssueReport { ConversationId = row.ConversationId, CustomerId = row.CustomerId, Symptom = row.Symptom, At = row.At })],
    };

    private sealed record Row
    {
        public string Id { get; init; } = "";
        public string ProductId { get; init; } = "";
        public string? ProductName { get; init; }
        public string Title { get; init; } = "";
        public string Status { get; init; } = "";
        public string? Answer { get; init; }
        public string ConversationId { get; init; } = "";
        public string CustomerId { get; init; } = "";
        public string Symptom { get; init; } = "";
        public DateTimeOffset At { get; init; }
    }
}
