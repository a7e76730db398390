using System.Text.Json;

namespace SupportAgents.Grains.Conversations;

/// <summary>
/// The folded state as grain storage keeps it, to make activation cheap. Losing it loses nothing, so one that cannot be
/// read is as good as none: the state is JSON inside, where no storage serializer can fail on it.
/// </summary>
[GenerateSerializer, Alias("conversation-snapshot")]
public sealed record ConversationSnapshot
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The state as JSON; null before the first snapshot.</summary>
    [Id(0)] public string? Json { get; init; }

    /// <summary>The log position that it was taken at.</summary>
    [Id(1)] public long LastSeq { get; init; }

    /// <summary>A snapshot of a state.</summary>
    public static ConversationSnapshot Of(ConversationState state) =>
        new() { Json = JsonSerializer.Serialize(state, Options), LastSeq = state.LastSeq };

    /// <summary>The state, or null when there is none, it is of another format, or it cannot be read.</summary>
    public ConversationState? Read()
    {
        if (Json is null)
            return null;
        try
        {
            return JsonSerializer.Deserialize<ConversationState>(Json, Options) is { Format: ConversationState.CurrentFormat } state ? state : null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
