using SupportAgents.Conversations;

namespace SupportAgents.Desk;

/// <summary>What to look for among all conversations.</summary>
[GenerateSerializer, Immutable, Alias("conversation-search")]
public sealed record ConversationSearch
{
    /// <summary>Words, in any case; each must be in the same message, or in the title, the reason or the customer's name, address or id. Empty: all conversations.</summary>
    [Id(0)] public string Text { get; init; } = "";

    /// <summary>Only conversations that stand so.</summary>
    [Id(1)] public ConversationStatus? Status { get; init; }

    /// <summary>The cursor of the page before.</summary>
    [Id(2)] public string? After { get; init; }

    /// <summary>From 1 to 100; 20 unless told.</summary>
    [Id(3)] public int Limit { get; init; } = 20;
}

/// <summary>A conversation that a search found.</summary>
[GenerateSerializer, Immutable, Alias("found-conversation")]
public sealed record FoundConversation
{
    [Id(0)] public required ConversationSummary Conversation { get; init; }

    /// <summary>First and last name; null when the account is gone.</summary>
    [Id(1)] public string? CustomerName { get; init; }

    /// <summary>The words around the first one found; null when it was found in the conversation's particulars.</summary>
    [Id(2)] public string? Excerpt { get; init; }
}
