namespace SupportAgents.Grains.Specialists.Personalization;

/// <summary>Something that a customer's behaviour suggests. It is computed when asked for and stored nowhere.</summary>
public sealed record InferredPreference
{
    /// <summary>What it is about: <c>category</c>, <c>brand</c>, <c>price</c>, or an option's name.</summary>
    public required string Name { get; init; }

    /// <summary>The value that they keep choosing.</summary>
    public required string Value { get; init; }

    /// <summary>What it rests on, in words: "4 of the 5 items you bought".</summary>
    public required string Evidence { get; init; }

    /// <summary>From 0 to 1: the lower bound of how often they choose it.</summary>
    public required double Confidence { get; init; }
}
