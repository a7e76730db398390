namespace SupportAgents.Desk;

/// <summary>What a support lead wants to know about a span of time. Times are UTC.</summary>
[GenerateSerializer, Immutable, Alias("desk-figures")]
public sealed record DeskFigures
{
    [Id(0)] public required DateTimeOffset From { get; init; }
    [Id(1)] public required DateTimeOffset To { get; init; }

    /// <summary>Conversations in which customers wrote.</summary>
    [Id(2)] public required int Conversations { get; init; }

    /// <summary>The customers' messages.</summary>
    [Id(3)] public required int Messages { get; init; }

    /// <summary>Of <see cref="Conversations"/>, those that no person was asked into.</summary>
    [Id(4)] public required int ResolvedWithoutPerson { get; init; }
    [Id(5)] public required IReadOnlyList<DailyFigures> Days { get; init; }

    /// <summary>Why conversations were handed to a person, most frequent first.</summary>
    [Id(6)] public required IReadOnlyList<NamedCount> HandOffReasons { get; init; }

    /// <summary>What customers asked for, by intent, most frequent first.</summary>
    [Id(7)] public required IReadOnlyList<NamedCount> Asks { get; init; }

    /// <summary>Ratings by their value, 1 to 5.</summary>
    [Id(8)] public required IReadOnlyList<NamedCount> Ratings { get; init; }

    /// <summary>The ratings' mean; null without ratings.</summary>
    [Id(9)] public double? Satisfaction { get; init; }

    /// <summary>Milliseconds until the agents answered; null when they did not.</summary>
    [Id(10)] public Spread? AnswerMs { get; init; }

    /// <summary>Milliseconds from a hand-off to a person's first words; null when none were said.</summary>
    [Id(11)] public Spread? PersonMs { get; init; }
    [Id(12)] public required ModelUse Model { get; init; }
}

/// <summary>One UTC day.</summary>
[GenerateSerializer, Immutable, Alias("daily-figures")]
public sealed record DailyFigures
{
    [Id(0)] public required DateOnly Day { get; init; }
    [Id(1)] public int Conversations { get; init; }
    [Id(2)] public int Messages { get; init; }
    [Id(3)] public int HandOffs { get; init; }

    /// <summary>The mean of the day's ratings; null without ratings.</summary>
    [Id(4)] public double? Satisfaction { get; init; }

    /// <summary>What the day's model calls cost.</summary>
    [Id(5)] public decimal Cost { get; init; }
}

/// <summary>How often something was.</summary>
[GenerateSerializer, Immutable, Alias("named-count")]
public sealed record NamedCount
{
    [Id(0)] public required string Name { get; init; }
    [Id(1)] public required int Count { get; init; }
}

/// <summary>How a quantity is spread: half and 95 of 100 of its values are no larger.</summary>
[GenerateSerializer, Immutable, Alias("spread")]
public sealed record Spread
{
    [Id(0)] public required long Median { get; init; }
    [Id(1)] public required long P95 { get; init; }
}

/// <summary>What the models did and cost.</summary>
[GenerateSerializer, Immutable, Alias("model-use")]
public sealed record ModelUse
{
    [Id(0)] public int Calls { get; init; }
    [Id(1)] public long InputTokens { get; init; }
    [Id(2)] public long OutputTokens { get; init; }

    /// <summary>By the prices in <c>Support:Figures</c>.</summary>
    [Id(3)] public decimal Cost { get; init; }
    [Id(4)] public required string Currency { get; init; }

    /// <summary>Answers by who made them: <c>model</c>, <c>built-in</c>, <c>degraded</c>.</summary>
    [Id(5)] public required IReadOnlyList<NamedCount> Modes { get; init; }
}
