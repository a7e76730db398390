using SupportAgents.Shop;

namespace SupportAgents.Conversations;

/// <summary>The conversation waits for a person from now on; the agents stay silent.</summary>
[GenerateSerializer, Immutable, Alias("handed-off")]
public sealed record HandedOff : ConversationEntry
{
    /// <summary>Why, in words for the staff.</summary>
    [Id(0)] public required string Reason { get; init; }

    /// <summary>The warm package: who, what was asked and its state, what was tried; a JSON object.</summary>
    [Id(1)] public JsonText? Package { get; init; }
}

/// <summary>A staff member took the conversation.</summary>
[GenerateSerializer, Immutable, Alias("staff-assigned")]
public sealed record StaffAssigned : ConversationEntry
{
    [Id(0)] public required string Name { get; init; }
}

/// <summary>A staff member wrote to the customer.</summary>
[GenerateSerializer, Immutable, Alias("staff-said")]
public sealed record StaffSaid : ConversationEntry
{
    [Id(0)] public required string Name { get; init; }
    [Id(1)] public required string Text { get; init; }
}

/// <summary>A note among staff.</summary>
[GenerateSerializer, Immutable, Alias("note-added")]
public sealed record NoteAdded : ConversationEntry
{
    [Id(0)] public required string Name { get; init; }
    [Id(1)] public required string Text { get; init; }

    /// <inheritdoc/>
    public override bool IsPublic => false;
}

/// <summary>A person gave the conversation back to the agents.</summary>
[GenerateSerializer, Immutable, Alias("handed-back")]
public sealed record HandedBack : ConversationEntry
{
    [Id(0)] public required string Name { get; init; }

    /// <summary>What the agents should know.</summary>
    [Id(1)] public string? Note { get; init; }
}

/// <summary>The customer's satisfaction, from 1 to 5.</summary>
[GenerateSerializer, Immutable, Alias("rated")]
public sealed record Rated : ConversationEntry
{
    [Id(0)] public required int Rating { get; init; }
    [Id(1)] public string? Comment { get; init; }
}

/// <summary>The conversation is done.</summary>
[GenerateSerializer, Immutable, Alias("closed")]
public sealed record Closed : ConversationEntry
{
    [Id(0)] public required string Name { get; init; }

    /// <summary>How it ended, in the staff's words.</summary>
    [Id(1)] public string? Outcome { get; init; }
}
