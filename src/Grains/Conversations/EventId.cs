using System.Globalization;

namespace SupportAgents.Grains.Conversations;

/// <summary>Ids of events: their numbers, which no two events of a conversation share, whichever activation gave them out.</summary>
public static class EventId
{
    /// <summary>The id of a number.</summary>
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number of an id; null for anything that is none.</summary>
    public static long? Parse(string? id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
