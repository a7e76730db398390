using SupportAgents.Desk;

namespace SupportAgents.Silo.Data.Trouble;

/// <summary>Issues with their reports, as rows.</summary>
internal static class KnownIssueTable
{
    private const int MaxTitle = 120;

    /// <summary>The issues of a condition on <c>i</c> that have reports, the latest first.</summary>
    public static async Task<IReadOnlyList<KnownIssue>> Where(DbSession session, string condition, object arguments)
    {
        var rows = await session.List<Row>(
            $"""
            SELECT i.id, i.product_id, i.status, i.answer, p.name AS product_name, r.conversation_id, r.customer_id, r.symptom, r.at
            FROM known_issues i JOIN issue_reports r ON r.issue_id = i.id LEFT JOIN products p ON p.id = i.product_id
            WHERE {condition} ORDER BY r.at, r.conversation_id
            """, arguments);
        return [.. rows.GroupBy(row => row.Id, StringComparer.Ordinal).Select(issue => Of([.. issue])).OrderByDescending(issue => issue.LastAt)];
    }

    /// <summary>The title is the oldest report that is left: an issue keeps no words of a customer who was erased.</summary>
    private static KnownIssue Of(List<Row> rows) => new()
    {
        Id = rows[0].Id,
        ProductId = rows[0].ProductId,
        ProductName = rows[0].ProductName,
        Title = rows[0].Symptom.Length > MaxTitle ? rows[0].Symptom[..MaxTitle] : rows[0].Symptom,
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
        public string Status { get; init; } = "";
        public string? Answer { get; init; }
        public string ConversationId { get; init; } = "";
        public string CustomerId { get; init; } = "";
        public string Symptom { get; init; } = "";
        public DateTimeOffset At { get; init; }
    }
}
