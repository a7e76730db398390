using System.Runtime.CompilerServices;
using SupportAgents.Conversations;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Grains.Conversations;

/// <summary>
/// Replays a conversation's events from a place and goes on as things happen: each event once, in the order in which
/// they were shown. That is not the log's order: what a turn does is shown at once and stored with its answer.
/// </summary>
public sealed class ConversationFollower(ConversationLog log, IConversationStore store)
{
    private const int PageSize = 500;

    /// <summary>Events after the number; with a turn id, those of that turn until it ends.</summary>
    public async IAsyncEnumerable<ConversationEvent> Follow(string? turnId, long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var position = after ?? await Start(turnId, cancellationToken);
        while (true)
        {
            // All three before the log is read: what leaves the buffer meanwhile is read in the next round.
            var (changed, buffered, firstBuffered) = (log.Feed.Changed, log.Feed.After(position), log.Feed.FirstBuffered);
            var events = buffered ?? await ReadLog(position, firstBuffered, cancellationToken);
            foreach (var one in events)
            {
                position = EventId.Parse(one.Id)!.Value;
                if (turnId is not null && one.TurnId != turnId)
                    continue;
                yield return one;
                if (turnId is not null && one.Entry is AgentSaid or TurnCancelled)
                    yield break;
            }
            if (buffered is null && events.Count < PageSize)
                position = firstBuffered - 1;
            else if (buffered is { Count: 0 })
                await changed.WaitAsync(cancellationToken);
        }
    }

    // A turn is followed from its message on, however long the conversation was before.
    private async Task<long> Start(string? turnId, CancellationToken cancellationToken)
    {
        if (turnId is null || !log.State.Turns.TryGetValue(turnId, out var seq))
            return 0;
        return await store.Read(log.State.Id, seq - 1, 1, cancellationToken) is [var said] ? said.EventNumber - 1 : 0;
    }

    private async Task<IReadOnlyList<ConversationEvent>> ReadLog(long after, long before, CancellationToken cancellationToken) =>
        [.. (await store.ReadEvents(log.State.Id, after, before, PageSize, cancellationToken)).Select(entry => new ConversationEvent
        {
            Id = EventId.Of(entry.EventNumber),
            At = entry.At,
            TurnId = entry.TurnId,
            Entry = entry.Entry,
        })];
}
