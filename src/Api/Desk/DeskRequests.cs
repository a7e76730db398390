using SupportAgents.Conversations;
using SupportAgents.Shop;

namespace SupportAgents.Api.Desk;

/// <summary>Takes a conversation.</summary>
public sealed record Assignment
{
    /// <summary>Who takes it; the caller unless told.</summary>
    public string? Name { get; init; }
}

/// <summary>A reply to the customer, or a note among staff.</summary>
public sealed record StaffText
{
    /// <summary>The words.</summary>
    public required string Text { get; init; }
}

/// <summary>Gives a conversation back to the agents.</summary>
public sealed record HandBack
{
    /// <summary>What the agents should know.</summary>
    public string? Note { get; init; }
}

/// <summary>Closes a conversation.</summary>
public sealed record Closing
{
    /// <summary>How it ended.</summary>
    public string? Outcome { get; init; }
}

/// <summary>Asks for a draft.</summary>
public sealed record DraftRequest
{
    /// <summary>What it is to answer; what the customer asked last unless told.</summary>
    public string? Text { get; init; }
}

/// <summary>A conversation as the desk sees it.</summary>
public sealed record DeskConversation
{
    /// <summary>How it stands.</summary>
    public required ConversationSummary Conversation { get; init; }

    /// <summary>Its history, oldest first.</summary>
    public required Page<HistoryItem> Messages { get; init; }
}

/// <summary>A customer as the desk sees them.</summary>
public sealed record DeskCustomer
{
    /// <summary>The account.</summary>
    public required Customer Customer { get; init; }

    /// <summary>All orders, newest first.</summary>
    public required IReadOnlyList<Order> Orders { get; init; }

    /// <summary>The newest conversations.</summary>
    public required Page<ConversationSummary> Conversations { get; init; }
}
