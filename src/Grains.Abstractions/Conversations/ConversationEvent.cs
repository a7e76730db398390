namespace SupportAgents.Conversations;

/// <summary>An entry as followers see it, with the id to resume from.</summary>
[GenerateSerializer, Immutable, Alias("conversation-event")]
public sealed record ConversationEvent
{
    /// <summary>Opaque and ordered within the conversation: following from it continues with the very next event.</summary>
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required DateTimeOffset At { get; init; }

    /// <summary>The turn that it belongs to; null outside turns.</summary>
    [Id(2)] public string? TurnId { get; init; }
    [Id(3)] public required ConversationEntry Entry { get; init; }
}
