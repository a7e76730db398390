namespace SupportAgents.Grains.Conversations;

/// <summary>The folded state as grain storage keeps it, to make activation cheap. Losing it loses nothing.</summary>
[GenerateSerializer, Alias("conversation-snapshot")]
public sealed record ConversationSnapshot
{
    /// <summary>Stored as JSON, so the state needs no Orleans codec.</summary>
    [field: NonSerialized]
    public ConversationState? State { get; init; }
}
