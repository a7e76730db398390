using System.Globalization;

namespace SupportAgents.Grains.Conversations;

/// <summary>
/// A place in a conversation's events: the event's number, the last log position before or at it, and the activation
/// that numbered it. Numbers that an activation gave out and did not store mean nothing to the next one.
/// </summary>
public readonly record struct EventCursor(long Number, long Seq, string Epoch)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static EventCursor? Parse(string? text)
    {
        var parts = text?.Split('-');
        return parts is { Length: 3 }
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            ? new EventCursor(number, seq, parts[2])
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}-{Seq}-{Epoch}");
}
