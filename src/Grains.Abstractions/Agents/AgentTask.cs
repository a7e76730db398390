using SupportAgents.Conversations;
using SupportAgents.Customers;
using SupportAgents.Identity;

namespace SupportAgents.Agents;

/// <summary>One turn's work, from a conversation to its supervisor.</summary>
[GenerateSerializer, Immutable, Alias("supervisor-task")]
public sealed record SupervisorTask
{
    [Id(0)] public required string ConversationId { get; init; }
    [Id(1)] public required string TurnId { get; init; }
    [Id(2)] public required Principal Who { get; init; }
    [Id(3)] public required CustomerMessage Message { get; init; }
    [Id(4)] public required DialogueState Dialogue { get; init; }

    /// <summary>The newest visible lines before this message, oldest first.</summary>
    [Id(5)] public IReadOnlyList<HistoryItem> Recent { get; init; } = [];

    /// <summary>What was said before <see cref="Recent"/>, in short; null when that is all.</summary>
    [Id(6)] public string? Summary { get; init; }

    /// <summary>What models used in this conversation before this turn.</summary>
    [Id(7)] public Usage Spent { get; init; } = new();

    /// <summary>
    /// True when the turn is not tried again: what a failing cluster leaves undone is then a gap in the answer. Before
    /// that the supervisor fails with it, and the whole turn is repeated.
    /// </summary>
    [Id(8)] public bool IsLastAttempt { get; init; }
}

/// <summary>A specialist's part of a turn. It holds what the part needs and no more.</summary>
[GenerateSerializer, Immutable, Alias("agent-task")]
public sealed record AgentTask
{
    [Id(0)] public required string ConversationId { get; init; }
    [Id(1)] public required string TurnId { get; init; }
    [Id(2)] public required Principal Who { get; init; }

    /// <summary>The asks to serve, in order.</summary>
    [Id(3)] public required IReadOnlyList<UnderstoodRequest> Requests { get; init; }

    /// <summary>The whole message, for its words and its explicit choice or confirmation.</summary>
    [Id(4)] public required CustomerMessage Message { get; init; }
    [Id(5)] public required DialogueState Dialogue { get; init; }

    /// <summary>The open ask that this message answers, when the supervisor found it does.</summary>
    [Id(6)] public OpenAsk? Answers { get; init; }
    [Id(7)] public IReadOnlyList<HistoryItem> Recent { get; init; } = [];

    /// <summary>Reports of the specialists that this part had to wait for.</summary>
    [Id(8)] public IReadOnlyList<AgentReport> Earlier { get; init; } = [];

    /// <summary>How long this part may use a model; nothing left: it is done without one. Null: as configured.</summary>
    [Id(9)] public TimeSpan? ModelTime { get; init; }

    /// <summary>What was said before <see cref="Recent"/>, in short; null when that is all.</summary>
    [Id(10)] public string? Summary { get; init; }

    /// <summary>What models used in this conversation before this turn.</summary>
    [Id(11)] public Usage Spent { get; init; } = new();

    /// <summary>What models used in this turn before this part.</summary>
    [Id(12)] public Usage SpentInTurn { get; init; } = new();

    /// <summary>What the agent may know of the customer beforehand; null where nothing reads it.</summary>
    [Id(13)] public CustomerContext? Customer { get; init; }
}

/// <summary>What a specialist did and says; the supervisor joins the reports into one answer.</summary>
[GenerateSerializer, Immutable, Alias("agent-report")]
public sealed record AgentReport
{
    [Id(0)] public required string Agent { get; init; }

    /// <summary>Markdown: this specialist's share of the reply.</summary>
    [Id(1)] public required string Reply { get; init; }

    /// <summary>A line for each ask of the task.</summary>
    [Id(2)] public required IReadOnlyList<RequestLine> Requests { get; init; }
    [Id(3)] public Proposal? Proposal { get; init; }
    [Id(4)] public IReadOnlyList<Choice> Choices { get; init; } = [];
    [Id(5)] public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>The dialogue after this part: the supervisor takes its focus, its template counts and this agent's open asks.</summary>
    [Id(6)] public required DialogueState Dialogue { get; init; }
    [Id(7)] public AnswerMode Mode { get; init; } = AnswerMode.BuiltIn;
    [Id(8)] public Usage Usage { get; init; } = new();

    /// <summary>Set when a person must take over: why.</summary>
    [Id(9)] public string? HandOffReason { get; init; }
}
