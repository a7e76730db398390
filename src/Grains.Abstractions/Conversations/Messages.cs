namespace SupportAgents.Conversations;

/// <summary>What a customer sends.</summary>
[GenerateSerializer, Immutable, Alias("customer-message")]
public sealed record CustomerMessage
{
    /// <summary>Chosen by the sender; a repeated id gets the first answer again and starts no second turn.</summary>
    [Id(0)] public required string MessageId { get; init; }

    /// <summary>The words, verbatim; may be empty when <see cref="Choice"/> or <see cref="Confirm"/> says it all.</summary>
    [Id(1)] public required string Text { get; init; }

    /// <summary>The id of one of the choices that the last answer offered.</summary>
    [Id(2)] public string? Choice { get; init; }

    /// <summary>An explicit answer to a proposal.</summary>
    [Id(3)] public Confirmation? Confirm { get; init; }
}

/// <summary>Accepts or declines one proposal.</summary>
[GenerateSerializer, Immutable, Alias("confirmation")]
public sealed record Confirmation
{
    [Id(0)] public required string ProposalId { get; init; }
    [Id(1)] public required bool Accept { get; init; }
}

/// <summary>The message is stored and its turn is queued.</summary>
[GenerateSerializer, Immutable, Alias("turn-receipt")]
public sealed record TurnReceipt
{
    /// <summary>Names the turn in <see cref="IConversationGrain.Follow"/> and <see cref="IConversationGrain.Cancel"/>.</summary>
    [Id(0)] public required string TurnId { get; init; }

    /// <summary>The log position of the customer's message.</summary>
    [Id(1)] public required long Seq { get; init; }
}

/// <summary>One entry of a conversation's visible history.</summary>
[GenerateSerializer, Immutable, Alias("history-item")]
public sealed record HistoryItem
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required long Seq { get; init; }

    /// <summary><c>customer</c>, <c>agent</c>, <c>staff</c> or <c>system</c>.</summary>
    [Id(2)] public required string Role { get; init; }

    /// <summary>The words, verbatim.</summary>
    [Id(3)] public required string Text { get; init; }
    [Id(4)] public required DateTimeOffset At { get; init; }

    /// <summary>The whole answer, where an agent spoke.</summary>
    [Id(5)] public Answer? Answer { get; init; }
}

/// <summary>A page of a list; <see cref="Next"/> is the cursor of the following page, null on the last.</summary>
[GenerateSerializer, Immutable, Alias("page`1")]
public sealed record Page<T>
{
    [Id(0)] public required IReadOnlyList<T> Items { get; init; }
    [Id(1)] public string? Next { get; init; }
}

/// <summary>A conversation as a list shows it.</summary>
[GenerateSerializer, Immutable, Alias("conversation-summary")]
public sealed record ConversationSummary
{
    [Id(0)] public required string ConversationId { get; init; }
    [Id(1)] public required string CustomerId { get; init; }
    [Id(2)] public required ConversationStatus Status { get; init; }
    [Id(3)] public required DateTimeOffset CreatedAt { get; init; }
    [Id(4)] public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The beginning of the first message; null before it.</summary>
    [Id(5)] public string? Title { get; init; }
}
