using System.Runtime.CompilerServices;
using SupportAgents.Conversations;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Grains.Conversations;

/// <summary>Replays a conversation's events from a cursor and goes on as things happen: each event once, in order.</summary>
public sealed class ConversationFollower(ConversationLog log, IConversationStore store)
{
    private const int PageSize = 500;

    /// <summary>Events after the cursor; with a turn id, those of that turn until it ends.</summary>
    public async IAsyncEnumerable<ConversationEvent> Follow(string? turnId, EventCursor? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var position = Start(turnId, after);
        while (true)
        {
            var changed = log.Feed.Changed;
            var events = log.Feed.After(position.Number) ?? await ReadLog(position, cancellationToken);
            foreach (var one in events)
            {
                position = EventCursor.Parse(one.Id)!.Value;
                if (turnId is not null && one.TurnId != turnId)
                    continue;
                yield return one;
                if (turnId is not null && one.Entry is AgentSaid or TurnCancelled)
                    yield break;
            }
            if (events.Count > 0)
                continue;
            if (position.Number + 1 < log.Feed.FirstBuffered)
                position = position with { Number = log.Feed.FirstBuffered - 1 };
            else
                await changed.WaitAsync(cancellationToken);
        }
    }

    private EventCursor Start(string? turnId, EventCursor? after)
    {
        if (after is { } cursor)
            return cursor.Epoch == log.Feed.Epoch ? cursor : cursor with { Number = Math.Min(cursor.Number, log.Feed.StoredAtStart) };
        var seq = turnId is null ? 0 : log.State.Turns.GetValueOrDefault(turnId, 1) - 1;
        // An entry's event number is never below its position, so the position is a safe place to begin.
        return new EventCursor(seq, seq, log.Feed.Epoch);
    }

    private async Task<IReadOnlyList<ConversationEvent>> ReadLog(EventCursor position, CancellationToken cancellationToken)
    {
        var entries = await store.Read(log.State.Id, position.Seq, PageSize, cancellationToken);
        return [.. entries.Where(entry => entry.EventNumber > position.Number && entry.EventNumber < log.Feed.FirstBuffered).OrderBy(entry => entry.EventNumber).Select(entry => new ConversationEvent
        {
            Id = new EventCursor(entry.EventNumber, entry.Seq, log.Feed.Epoch).ToString(),
            At = entry.At,
            TurnId = entry.TurnId,
            Entry = entry.Entry,
        })];
    }
}
