using SupportAgents.Conversations;

namespace SupportAgents.Api.Conversations;

/// <summary>Starts a conversation, with a first message or without.</summary>
public sealed record StartConversation
{
    /// <summary>The first message; Markdown is not interpreted.</summary>
    public string? Text { get; init; }
}

/// <summary>A started conversation.</summary>
public sealed record StartedConversation
{
    /// <summary>Names the conversation in every other call.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The first answer, where a first message was sent.</summary>
    public Answer? Answer { get; init; }
}

/// <summary>A message: words, a choice, an answer to a proposal, or several of them.</summary>
public sealed record NewMessage
{
    /// <summary>The words; may be left out when <see cref="Choice"/> or <see cref="Confirm"/> says it all.</summary>
    public string? Text { get; init; }

    /// <summary>The id of a choice of the last answer.</summary>
    public string? Choice { get; init; }

    /// <summary>Accepts or declines a proposal.</summary>
    public ProposalAnswer? Confirm { get; init; }
}

/// <summary>Accepts or declines a proposal.</summary>
public sealed record ProposalAnswer
{
    /// <summary>The proposal's id.</summary>
    public required string ProposalId { get; init; }

    /// <summary>True executes it, once; false drops it.</summary>
    public required bool Accept { get; init; }
}

/// <summary>The customer's satisfaction.</summary>
public sealed record Feedback
{
    /// <summary>From 1 to 5, 5 being best.</summary>
    public required int Rating { get; init; }

    /// <summary>Why.</summary>
    public string? Comment { get; init; }
}

/// <summary>Asks for a person.</summary>
public sealed record HandoffRequest
{
    /// <summary>Why, for the staff.</summary>
    public string? Reason { get; init; }
}
