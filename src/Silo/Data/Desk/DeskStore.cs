using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Grains.Stores;
using SupportAgents.Silo.Data.Conversations;

namespace SupportAgents.Silo.Data.Desk;

/// <summary>The desk's reads in the database.</summary>
internal sealed class DeskStore(Database database) : IDeskStore
{
    /// <summary>Candidates that are looked at for one page: a word that only JSON has costs no more than that.</summary>
    private const int MaxCandidates = 1_000;

    public async Task<Page<FoundConversation>> Search(ConversationSearch search, CancellationToken cancellationToken)
    {
        var words = new SearchWords(search.Text);
        var found = new List<FoundConversation>();
        var after = ConversationCursor.Parse(search.After);
        for (var seen = 0; seen < MaxCandidates;)
        {
            var candidates = await Candidates(search, words, after, cancellationToken);
            foreach (var row in candidates)
            {
                seen++;
                after = new ConversationCursor(row.UpdatedAt, row.Id);
                if (await Verify(row, words, cancellationToken) is not { } hit)
                    continue;
                found.Add(hit);
                if (found.Count == search.Limit)
                    return new Page<FoundConversation> { Items = found, Next = after.ToString() };
            }
            if (candidates.Count <= search.Limit)
                return new Page<FoundConversation> { Items = found };
        }
        return new Page<FoundConversation> { Items = found, Next = after?.ToString() };
    }

    public Task<IReadOnlyList<Measured>> Measures(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        database.Read<IReadOnlyList<Measured>>(async session => [.. (await session.List<LogRow>(
            """
            SELECT conversation_id, at, measure FROM conversation_log
            WHERE measure IS NOT NULL AND at >= @from AND at < @to ORDER BY at, conversation_id, seq
            """, new { from, to })).Select(row => new Measured(row.ConversationId, row.At, StoredText.FromJson<EntryMeasure>(row.Measure!)))], cancellationToken);

    private Task<IReadOnlyList<ConversationRow>> Candidates(
        ConversationSearch search, SearchWords words, ConversationCursor? after, CancellationToken cancellationToken) =>
        database.Read(session =>
        {
            var arguments = words.Arguments();
            arguments.Add("status", search.Status is { } status ? StoredText.Name(status) : null);
            arguments.Add("updatedAt", after?.UpdatedAt);
            arguments.Add("id", after?.Id);
            arguments.Add("take", search.Limit + 1);
            return session.List<ConversationRow>(
                $"""
                SELECT c.*, p.first_name || ' ' || p.last_name AS customer_name, {words.ParticularsColumn}
                FROM conversations c LEFT JOIN customers p ON p.id = c.customer_id
                WHERE {(search.Status is null ? "true" : "c.status = @status")}
                  AND {(after is null ? "true" : "(c.updated_at, c.id) < (@updatedAt, @id)")}
                  AND {words.Condition}
                ORDER BY c.updated_at DESC, c.id DESC LIMIT @take
                """, arguments);
        }, cancellationToken);

    /// <summary>The database looks at whole entries; only what somebody said counts.</summary>
    private async Task<FoundConversation?> Verify(ConversationRow row, SearchWords words, CancellationToken cancellationToken)
    {
        var entries = words.IsEmpty ? [] : await database.Read(session =>
        {
            var arguments = words.Arguments();
            arguments.Add("conversation", row.Id);
            return session.List<LogRow>(
                $"SELECT * FROM conversation_log l WHERE l.conversation_id = @conversation AND {words.InEntry} ORDER BY l.seq DESC LIMIT 50", arguments);
        }, cancellationToken);
        var excerpt = entries.Select(entry => words.Excerpt(entry.ToEntry().Entry)).FirstOrDefault(text => text is not null);
        return excerpt is not null || words.AreIn(row)
            ? new FoundConversation { Conversation = row.ToSummary(), CustomerName = row.CustomerName, Excerpt = excerpt }
            : null;
    }
}
