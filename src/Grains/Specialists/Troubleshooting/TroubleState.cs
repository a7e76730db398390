using SupportAgents.Conversations;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>What a troubleshooting ask remembers between turns.</summary>
public sealed record TroubleState
{
    /// <summary>What the customer told about it, all of it.</summary>
    public required string Symptom { get; init; }
    public string? ProductId { get; init; }

    /// <summary>Steps that were given last and are judged by the customer's next word.</summary>
    public IReadOnlyList<string> Given { get; init; } = [];

    /// <summary>Steps of the section that are still to come.</summary>
    public IReadOnlyList<GuideStep> Left { get; init; } = [];

    /// <summary>Lines of the used sections that depend on what is seen; what is told later picks one.</summary>
    public IReadOnlyList<string> Branches { get; init; } = [];

    /// <summary>Steps that did not help, and what the customer had done before; never given again.</summary>
    public IReadOnlyList<string> Tried { get; init; } = [];

    /// <summary>Those of <see cref="Tried"/> that come from earlier conversations.</summary>
    public IReadOnlyList<string> Earlier { get; init; } = [];

    /// <summary>Sections that were used.</summary>
    public IReadOnlyList<Citation> Used { get; init; } = [];

    /// <summary>The signs of the last section, while the customer is asked which one they see.</summary>
    public IReadOnlyList<SignRow> Signs { get; init; } = [];

    /// <summary>The purchase, once it was looked up for the end: order and variant.</summary>
    public string? OrderId { get; init; }
    public string? VariantId { get; init; }

    /// <summary>True when a warning said to stop: no more steps are given.</summary>
    public bool Stopped { get; init; }

    /// <summary>True when that step, or one like it, was tried.</summary>
    public bool WasTried(string step) => Tried.Any(tried => tried == step || GuideSteps.IsSame(step, tried));
}
