using SupportAgents.Shop;

namespace SupportAgents.Agents;

/// <summary>What the agents remember between turns. It is stored with each answer and is the same for every reasoner.</summary>
[GenerateSerializer, Immutable, Alias("dialogue-state")]
public sealed record DialogueState
{
    /// <summary>What "it" means now.</summary>
    [Id(0)] public Focus Focus { get; init; } = new();

    /// <summary>Asks that wait for the customer; the last one was asked last.</summary>
    [Id(1)] public IReadOnlyList<OpenAsk> OpenAsks { get; init; } = [];

    /// <summary>Keys of the reply templates used so far with their counts, so that no wording is repeated.</summary>
    [Id(2)] public IReadOnlyDictionary<string, int> Said { get; init; } = new Dictionary<string, int>();

    /// <summary>The specialists' ask that was served last, so that "and 10438?" and "do it after all" can go on with it.</summary>
    [Id(3)] public ServedAsk? Last { get; init; }

    /// <summary>Nothing said yet.</summary>
    public static DialogueState Empty { get; } = new();
}

/// <summary>An ask that is over, with what it came to.</summary>
[GenerateSerializer, Immutable, Alias("served-ask")]
public sealed record ServedAsk
{
    [Id(0)] public required UnderstoodRequest Request { get; init; }
    [Id(1)] public required Conversations.RequestStatus Status { get; init; }

    /// <summary>What was gathered for it: a JSON object that only its agent reads.</summary>
    [Id(2)] public JsonText State { get; init; } = JsonText.Empty;
}

/// <summary>The things spoken of last.</summary>
[GenerateSerializer, Immutable, Alias("focus")]
public sealed record Focus
{
    [Id(0)] public string? OrderId { get; init; }
    [Id(1)] public string? ProductId { get; init; }
    [Id(2)] public string? VariantId { get; init; }

    /// <summary>Ids of a list as it was shown, for "the second one": order, product or variant ids.</summary>
    [Id(3)] public IReadOnlyList<string>? Listed { get; init; }

    /// <summary>What <see cref="Listed"/> holds: <c>order</c>, <c>product</c>, <c>variant</c>.</summary>
    [Id(4)] public string? ListedKind { get; init; }
}

/// <summary>An ask that cannot go on without the customer: which agent asked, what for, and what it had gathered.</summary>
[GenerateSerializer, Immutable, Alias("open-ask")]
public sealed record OpenAsk
{
    /// <summary>The <see cref="Awaiting"/> of an ask whose proposal waits for a yes.</summary>
    public const string Confirmation = "confirmation";

    /// <summary>The <see cref="Awaiting"/> of an ask whose turn comes when the one before it is settled.</summary>
    public const string Deferred = "deferred";

    /// <summary>The <see cref="Awaiting"/> of an offer of what could be done next. It blocks nothing and is for the very next message.</summary>
    public const string Offer = "offer";

    /// <summary>The <see cref="Awaiting"/> of a question that a model put in its own words.</summary>
    public const string Reply = "reply";

    /// <summary>The <see cref="Awaiting"/> of an ask whose proposal the customer turns into another change of the same thing.</summary>
    public const string Switched = "switched";

    /// <summary>Unique in the conversation; see <see cref="NewId"/>.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The agent to which the customer's reply goes.</summary>
    [Id(1)] public required string Agent { get; init; }

    /// <summary>The ask as it was understood, with what was gathered since.</summary>
    [Id(2)] public required UnderstoodRequest Request { get; init; }

    /// <summary>What is missing: <c>order</c>, <c>items</c>, <c>payment_method</c>, <c>reason</c>, <c>address</c>, … as the agent names it.</summary>
    [Id(3)] public required string Awaiting { get; init; }

    /// <summary>The question as it was put; put again when the customer comes back from something else.</summary>
    [Id(4)] public required string Question { get; init; }

    /// <summary>What was gathered so far: a JSON object that only the agent reads.</summary>
    [Id(5)] public JsonText State { get; init; } = JsonText.Empty;

    /// <summary>Answers that were offered.</summary>
    [Id(6)] public IReadOnlyList<Conversations.Choice> Choices { get; init; } = [];

    /// <summary>The proposal whose confirmation is awaited.</summary>
    [Id(7)] public Conversations.Proposal? Proposal { get; init; }

    /// <summary>An id that no other ask has.</summary>
    public static string NewId() => $"a_{Guid.NewGuid():N}";

    /// <summary>How often the question was put; agents offer a person instead of asking a third time.</summary>
    [Id(8)] public int Asked { get; init; } = 1;
}
