namespace SupportAgents.Grains.Reasoning.Checks;

/// <summary>Why a sentence is not sent.</summary>
/// <param name="Kind">The rule that it breaks.</param>
/// <param name="What">The words that break it.</param>
public sealed record SentenceFault(FaultKind Kind, string What)
{
    /// <summary>True when the model may know better: a fact that it can look up. Promises and internals are only removed.</summary>
    public bool IsCorrectable => Kind is FaultKind.Untraced or FaultKind.NotDone;
}

/// <summary>The rules of <see cref="SentenceCheck"/>.</summary>
public enum FaultKind
{
    /// <summary>A figure, day or id that no tool told.</summary>
    Untraced,

    /// <summary>Says that something was done which was not.</summary>
    NotDone,

    /// <summary>Promises work that no tool made, or a gift that no rule gives.</summary>
    Promise,

    /// <summary>Names of tools, ids and texts that are ours alone.</summary>
    Internal,
}
