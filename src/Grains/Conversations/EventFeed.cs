using SupportAgents.Conversations;

namespace SupportAgents.Grains.Conversations;

/// <summary>Numbers the events of one activation, keeps the newest and wakes followers. Used from the grain's scheduler only.</summary>
public sealed class EventFeed(long lastNumber, int capacity)
{
    // Far more than a turn can show before its end stores it.
    private const long UnstoredAtMost = 1 << 20;

    private readonly Queue<(long Number, ConversationEvent Event)> _buffer = new();
    private readonly Dictionary<long, ConversationEvent?> _held = [];
    private long _released = lastNumber;
    private long? _unstored;
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>The number given out last.</summary>
    public long LastNumber { get; private set; } = lastNumber;

    /// <summary>The smallest number that the buffer may hold; smaller ones are in the log, or are never stored.</summary>
    public long FirstBuffered { get; private set; } = lastNumber + 1;

    /// <summary>Completes at the next event.</summary>
    public Task Changed => _changed.Task;

    /// <summary>
    /// The feed of a new activation. Its numbers leave out those that the one before may have shown and not stored, so
    /// that a follower's place means the same to every activation.
    /// </summary>
    public static EventFeed After(long lastStored, int capacity) => new(lastStored == 0 ? 0 : lastStored + UnstoredAtMost, capacity);

    /// <summary>The next number. It must be given to <see cref="Publish"/> or <see cref="Skip"/>: later events wait for it.</summary>
    public long Reserve() => ++LastNumber;

    /// <summary>Shows an event under a reserved number, after all events with smaller ones.</summary>
    public void Publish(long number, DateTimeOffset at, string? turnId, ConversationEntry entry) =>
        Release(number, new ConversationEvent { Id = EventId.Of(number), At = at, TurnId = turnId, Entry = entry });

    /// <summary>Gives a reserved number up: its entry could not be stored.</summary>
    public void Skip(long number) => Release(number, null);

    /// <summary>Keeps events from this number on, however many they are: nobody finds them in the log yet.</summary>
    public void Keep(long number) => _unstored ??= number;

    /// <summary>Ends <see cref="Keep"/>: what had to be stored is.</summary>
    public void LetGo() => _unstored = null;

    /// <summary>The buffered events after a number, in order; null when some of them may have left the buffer.</summary>
    public IReadOnlyList<ConversationEvent>? After(long number) =>
        number + 1 < FirstBuffered ? null : [.. _buffer.Where(one => one.Number > number).Select(one => one.Event)];

    private void Release(long number, ConversationEvent? shown)
    {
        _held[number] = shown;
        while (_held.Remove(_released + 1, out var next))
        {
            _released++;
            if (next is not null)
                _buffer.Enqueue((_released, next));
        }
        while (_buffer.Count > capacity && !(_buffer.Peek().Number >= _unstored))
            FirstBuffered = _buffer.Dequeue().Number + 1;
        var signal = _changed;
        _changed = NewSignal();
        signal.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
