using SupportAgents.Conversations;
using SupportAgents.Failures;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Telemetry;

namespace SupportAgents.Grains.Conversations;

/// <summary>
/// The conversation's state and the only way to change it: append to the log, then fold. Appends are fenced by the
/// head row, so of two activations only one can write; the other finds out and must be replaced.
/// </summary>
public sealed class ConversationLog(IConversationStore store, TimeProvider time, ConversationState state, EventFeed feed) : IDisposable
{
    private const int PageSize = 500;
    private readonly SemaphoreSlim _appending = new(1);

    /// <summary>The state after the last append.</summary>
    public ConversationState State { get; private set; } = state;

    /// <summary>What followers read.</summary>
    public EventFeed Feed { get; } = feed;

    /// <summary>Set when another activation wrote: this one must not go on.</summary>
    public bool IsFenced { get; private set; }

    /// <summary>Folds what the log has beyond a state.</summary>
    public static async Task<ConversationState> CatchUp(IConversationStore store, ConversationState state, CancellationToken cancellationToken)
    {
        IReadOnlyList<LogEntry> page;
        do
        {
            page = await store.Read(state.Id, state.LastSeq, PageSize, cancellationToken);
            state = page.Aggregate(state, (folded, entry) => folded.Apply(entry));
        }
        while (page.Count == PageSize);
        return state;
    }

    /// <summary>Appends entries in one transaction and shows them. Entries that were shown already keep their number.</summary>
    /// <exception cref="SupportException">Conflict: another activation wrote.</exception>
    public async Task<long> Append(string? turnId, IReadOnlyList<(ConversationEntry Entry, long? Shown)> entries, CancellationToken cancellationToken)
    {
        await _appending.WaitAsync(cancellationToken);
        List<LogEntry> logged = [];
        var stored = false;
        try
        {
            var (now, expected) = (time.GetUtcNow(), State.LastSeq + 1);
            logged = [.. entries.Select((one, i) => new LogEntry { Seq = expected + i, At = now, TurnId = turnId, EventNumber = one.Shown ?? Feed.Reserve(), Entry = one.Entry })];
            var next = logged.Aggregate(State, (folded, entry) => folded.Apply(entry));
            stored = !IsFenced && await store.Append(expected, logged, next.ToHead(), cancellationToken);
            if (!stored)
            {
                IsFenced = true;
                throw new SupportException(FailureKind.Conflict, "the conversation went on elsewhere; try again");
            }
            State = next;
            if (logged.Any(entry => entry.Entry is AgentSaid or TurnCancelled))
                Feed.LetGo();
            logged.ForEach(entry => ConversationMetrics.Stored(entry.Entry));
            return State.LastSeq;
        }
        finally
        {
            foreach (var (entry, (_, shown)) in logged.Zip(entries).Where(pair => pair.Second.Shown is null))
                Show(entry, stored);
            _appending.Release();
        }
    }

    /// <summary>Appends one entry.</summary>
    public Task<long> Append(string? turnId, ConversationEntry entry, CancellationToken cancellationToken) =>
        Append(turnId, [(entry, null)], cancellationToken);

    /// <summary>Shows an entry that is stored later or never; returns its number.</summary>
    public long ShowNow(string turnId, ConversationEntry entry)
    {
        var number = Feed.Reserve();
        Feed.Keep(number);
        Feed.Publish(number, time.GetUtcNow(), turnId, entry);
        return number;
    }

    /// <inheritdoc/>
    public void Dispose() => _appending.Dispose();

    private void Show(LogEntry entry, bool stored)
    {
        if (stored)
            Feed.Publish(entry.EventNumber, entry.At, entry.TurnId, entry.Entry);
        else
            Feed.Skip(entry.EventNumber);
    }
}
