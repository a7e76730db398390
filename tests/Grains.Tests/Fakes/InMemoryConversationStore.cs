using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Grains.Tests.Fakes;

/// <summary>Conversations in memory, with the same fence as the database.</summary>
public sealed class InMemoryConversationStore : IConversationStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ConversationHead> _heads = [];
    private readonly Dictionary<string, List<LogEntry>> _logs = [];

    public Task<bool> Create(ConversationHead head, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _logs.TryAdd(head.Id, []);
            return Task.FromResult(_heads.TryAdd(head.Id, head));
        }
    }

    public Task<ConversationHead?> Find(string conversationId, CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult(_heads.GetValueOrDefault(conversationId));
    }

    public Task<bool> Append(long expectedNext, IReadOnlyList<LogEntry> entries, ConversationHead head, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_heads.GetValueOrDefault(head.Id)?.NextSeq != expectedNext)
                return Task.FromResult(false);
            _heads[head.Id] = head;
            _logs[head.Id].AddRange(entries);
            return Task.FromResult(true);
        }
    }

    public Task<IReadOnlyList<LogEntry>> Read(string conversationId, long after, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult<IReadOnlyList<LogEntry>>([.. _logs.GetValueOrDefault(conversationId, []).Where(entry => entry.Seq > after).Take(limit)]);
    }

    public Task<IReadOnlyList<LogEntry>> ReadEvents(string conversationId, long after, long before, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult<IReadOnlyList<LogEntry>>([.. _logs.GetValueOrDefault(conversationId, [])
                .Where(entry => entry.EventNumber > after && entry.EventNumber < before).OrderBy(entry => entry.EventNumber).Take(limit)]);
    }

    public Task<Page<ConversationSummary>> List(string customerId, string? cursor, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var skipped = cursor is null ? 0 : int.Parse(cursor, System.Globalization.CultureInfo.InvariantCulture);
            var own = _heads.Values.Where(head => head.CustomerId == customerId).OrderByDescending(head => head.UpdatedAt).Select(Summary).Skip(skipped).ToList();
            return Task.FromResult(new Page<ConversationSummary>
            {
                Items = [.. own.Take(limit)],
                Next = own.Count > limit ? $"{skipped + limit}" : null,
            });
        }
    }

    public Task<IReadOnlyList<string>> FindUnanswered(DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult<IReadOnlyList<string>>([.. _heads.Values.Where(head => head.OpenTurns > 0 && head.UpdatedAt < before).Take(limit).Select(head => head.Id)]);
    }

    public Task<IReadOnlyList<QueueItem>> Queue(CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult<IReadOnlyList<QueueItem>>([.. _heads.Values
                .Where(head => head.Status is ConversationStatus.WaitingForPerson or ConversationStatus.WithPerson)
                .OrderBy(head => head.WaitingSince)
                .Select(head => new QueueItem
                {
                    Conversation = Summary(head),
                    Reason = head.HandOffReason,
                    WaitingSince = head.WaitingSince ?? head.UpdatedAt,
                    AssignedTo = head.AssignedTo,
                })]);
    }

    public Task Erase(string conversationId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _heads.Remove(conversationId);
            _logs.Remove(conversationId);
            return Task.CompletedTask;
        }
    }

    private static ConversationSummary Summary(ConversationHead head) => new()
    {
        ConversationId = head.Id,
        CustomerId = head.CustomerId,
        Status = head.Status,
        CreatedAt = head.CreatedAt,
        UpdatedAt = head.UpdatedAt,
        Title = head.Title,
    };
}
