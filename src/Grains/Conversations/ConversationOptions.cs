using System.ComponentModel.DataAnnotations;

namespace SupportAgents.Grains.Conversations;

/// <summary>How conversations run; bound from <c>Support:Conversations</c>.</summary>
public sealed class ConversationOptions
{
    /// <summary>A turn that has no answer by then is answered as failed. Default: 60 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00")]
    public TimeSpan TurnTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a turn is tried when its supervisor or a silo goes away in the middle. Default: 4.</summary>
    [Range(1, 20)]
    public int TurnAttempts { get; set; } = 4;

    /// <summary>A snapshot is written after so many entries, which bounds what an activation has to read. Default: 100.</summary>
    [Range(1, 100_000)]
    public int SnapshotEvery { get; set; } = 100;

    /// <summary>Events kept in memory for followers that reconnect; older ones come from the log. Default: 2,000.</summary>
    [Range(10, 1_000_000)]
    public int BufferedEvents { get; set; } = 2_000;

    /// <summary>Messages that may wait for their turn; one more is refused as a conflict. Default: 50.</summary>
    [Range(1, 10_000)]
    public int QueuedTurns { get; set; } = 50;
}
