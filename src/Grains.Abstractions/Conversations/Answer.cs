using System.Text.Json.Serialization;
using SupportAgents.Shop;

namespace SupportAgents.Conversations;

/// <summary>One coherent reply to one message, with what became of every ask in it.</summary>
[GenerateSerializer, Immutable, Alias("answer")]
public sealed record Answer
{
    [Id(0)] public required string ConversationId { get; init; }

    /// <summary>The id of the message that it answers.</summary>
    [Id(1)] public required string MessageId { get; init; }
    [Id(2)] public required AnswerStatus Status { get; init; }

    /// <summary>Markdown for the customer.</summary>
    [Id(3)] public required string Reply { get; init; }

    /// <summary>The agents that took part.</summary>
    [Id(4)] public IReadOnlyList<string> Agents { get; init; } = [];

    /// <summary>A line for each ask; none is dropped silently.</summary>
    [Id(5)] public IReadOnlyList<RequestLine> Requests { get; init; } = [];

    /// <summary>What waits for the customer's confirmation.</summary>
    [Id(6)] public Proposal? Proposal { get; init; }
    [Id(7)] public IReadOnlyList<Choice> Choices { get; init; } = [];
    [Id(8)] public IReadOnlyList<Citation> Citations { get; init; } = [];
    [Id(9)] public AnswerMode Mode { get; init; } = AnswerMode.BuiltIn;
    [Id(10)] public Usage Usage { get; init; } = new();
}

/// <summary>What an answer leaves open.</summary>
[GenerateSerializer, Alias("answer-status")]
[JsonConverter(typeof(SnakeCaseEnumConverter<AnswerStatus>))]
public enum AnswerStatus { Answered, NeedsInput, AwaitingConfirmation, HandedOff, Failed }

/// <summary>Who did the work.</summary>
[GenerateSerializer, Alias("answer-mode")]
[JsonConverter(typeof(AnswerModeConverter))]
public enum AnswerMode
{
    /// <summary>The configured model.</summary>
    Model,

    /// <summary>The built-in reasoner, because no model is configured.</summary>
    BuiltIn,

    /// <summary>The built-in reasoner, because the model is failing.</summary>
    Degraded,
}

/// <summary>Writes <see cref="AnswerMode"/> as <c>model</c>, <c>built-in</c>, <c>degraded</c>.</summary>
public sealed class AnswerModeConverter() : JsonStringEnumConverter<AnswerMode>(System.Text.Json.JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

/// <summary>One ask of a message and what became of it.</summary>
[GenerateSerializer, Immutable, Alias("request-line")]
public sealed record RequestLine
{
    /// <summary>The ask in words: "return the kettle".</summary>
    [Id(0)] public required string Ask { get; init; }
    [Id(1)] public required string Agent { get; init; }
    [Id(2)] public required string Intent { get; init; }
    [Id(3)] public required RequestStatus Status { get; init; }

    /// <summary>Why, where it was declined, failed or waits: the rule and the facts.</summary>
    [Id(4)] public string? Reason { get; init; }
}

/// <summary>What became of an ask.</summary>
[GenerateSerializer, Alias("request-status")]
[JsonConverter(typeof(SnakeCaseEnumConverter<RequestStatus>))]
public enum RequestStatus { Done, Declined, Waiting, HandedOff, Failed }

/// <summary>A button: sending its id as <see cref="CustomerMessage.Choice"/> picks it.</summary>
[GenerateSerializer, Immutable, Alias("choice")]
public sealed record Choice
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string Label { get; init; }
}

/// <summary>The place in a document that a statement comes from.</summary>
[GenerateSerializer, Immutable, Alias("citation")]
public sealed record Citation
{
    [Id(0)] public required string DocumentId { get; init; }
    [Id(1)] public required string Title { get; init; }

    /// <summary>The heading path, joined by " > ".</summary>
    [Id(2)] public required string Section { get; init; }
}

/// <summary>What a turn cost.</summary>
[GenerateSerializer, Immutable, Alias("usage")]
public sealed record Usage
{
    [Id(0)] public int ModelCalls { get; init; }
    [Id(1)] public long InputTokens { get; init; }
    [Id(2)] public long OutputTokens { get; init; }

    /// <summary>Milliseconds from the start of the turn to its answer.</summary>
    [Id(3)] public long ElapsedMs { get; init; }

    /// <summary>What the model calls cost by the installation's price table, in its currency; 0 where it has no price.</summary>
    [Id(4)] public decimal Cost { get; init; }

    /// <summary>Adds model calls, tokens and cost; the elapsed time stays the left one's.</summary>
    public static Usage operator +(Usage left, Usage right) => left with
    {
        ModelCalls = left.ModelCalls + right.ModelCalls,
        InputTokens = left.InputTokens + right.InputTokens,
        OutputTokens = left.OutputTokens + right.OutputTokens,
        Cost = left.Cost + right.Cost,
    };
}

/// <summary>A change that the customer is asked to confirm: nothing is written before they do.</summary>
[GenerateSerializer, Immutable, Alias("proposal")]
public sealed record Proposal
{
    [Id(0)] public required string Id { get; init; }

    /// <summary>The tool that proposed it, such as <c>return_delivered_order_items</c>.</summary>
    [Id(1)] public required string Kind { get; init; }

    /// <summary>One sentence that says what will happen.</summary>
    [Id(2)] public required string Summary { get; init; }
    [Id(3)] public IReadOnlyList<ProposalLine> Lines { get; init; } = [];

    /// <summary>What the customer pays (positive) or gets back (negative).</summary>
    [Id(4)] public Money Amount { get; init; }
    [Id(5)] public required string Currency { get; init; }
    [Id(6)] public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>One line of a proposal's quote.</summary>
[GenerateSerializer, Immutable, Alias("proposal-line")]
public sealed record ProposalLine
{
    [Id(0)] public required string Text { get; init; }
    [Id(1)] public Money? Amount { get; init; }
}
