namespace SupportAgents.Customers;

/// <summary>Something that a customer's behaviour suggests. It is computed when asked for and stored nowhere.</summary>
[GenerateSerializer, Immutable, Alias("inferred-preference")]
public sealed record InferredPreference
{
    /// <summary>What it is about: <c>category</c>, <c>brand</c>, or an option's name.</summary>
    [Id(0)] public required string Name { get; init; }

    /// <summary>The value that they keep choosing.</summary>
    [Id(1)] public required string Value { get; init; }

    /// <summary>What it rests on, in words: "4 of the 5 items you bought".</summary>
    [Id(2)] public required string Evidence { get; init; }

    /// <summary>From 0 to 1: the lower bound of how often they choose it.</summary>
    [Id(3)] public required double Confidence { get; init; }
}
