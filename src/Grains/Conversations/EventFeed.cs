using SupportAgents.Conversations;

namespace SupportAgents.Grains.Conversations;

/// <summary>Numbers the events of one activation, keeps the newest and wakes followers. Used from the grain's scheduler only.</summary>
public sealed class EventFeed(long lastNumber, int capacity)
{
    private readonly Queue<ConversationEvent> _buffer = new();
    private readonly Dictionary<long, ConversationEvent?> _held = [];
    private long _released = lastNumber;
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>Distinguishes this activation's numbers from an earlier one's.</summary>
    public string Epoch { get; } = Guid.NewGuid().ToString("N")[..8];

    /// <summary>The number given out last.</summary>
    public long LastNumber { get; private set; } = lastNumber;

    /// <summary>The last stored number when this activation began: beyond it, other epochs' numbers mean nothing.</summary>
    public long StoredAtStart { get; } = lastNumber;

    /// <summary>The smallest number that the buffer may hold; smaller ones are in the log, or were never stored.</summary>
    public long FirstBuffered { get; private set; } = lastNumber + 1;

    /// <summary>Completes at the next event.</summary>
    public Task Changed => _changed.Task;

    /// <summary>The next number. It must be given to <see cref="Publish"/> or <see cref="Skip"/>: later events wait for it.</summary>
    public long Reserve() => ++LastNumber;

    /// <summary>Shows an event under a reserved number, after all events with smaller ones.</summary>
    public void Publish(long number, long seq, DateTimeOffset at, string? turnId, ConversationEntry entry) =>
        Release(number, new ConversationEvent { Id = new EventCursor(number, seq, Epoch).ToString(), At = at, TurnId = turnId, Entry = entry });

    /// <summary>Gives a reserved number up: its entry could not be stored.</summary>
    public void Skip(long number) => Release(number, null);

    /// <summary>The buffered events after a number, in order; null when some of them are no longer buffered.</summary>
    public IReadOnlyList<ConversationEvent>? After(long number) =>
        number + 1 < FirstBuffered ? null : [.. _buffer.Where(one => Number(one) > number)];

    private void Release(long number, ConversationEvent? shown)
    {
        _held[number] = shown;
        while (_held.Remove(_released + 1, out var next))
        {
            _released++;
            if (next is not null)
                _buffer.Enqueue(next);
        }
        while (_buffer.Count > capacity)
            FirstBuffered = Number(_buffer.Dequeue()) + 1;
        var signal = _changed;
        _changed = NewSignal();
        signal.SetResult();
    }

    private static long Number(ConversationEvent one) => EventCursor.Parse(one.Id)!.Value.Number;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
