using SupportAgents.Conversations;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;
using SupportAgents.Tools;

namespace SupportAgents.Grains.Specialists.Orders.Rules;

/// <summary>What a rule comes to: a refusal, or a quote. Exactly one is set.</summary>
public sealed record Verdict
{
    /// <summary>Why it is not allowed.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>What it would do.</summary>
    public Quote? Quote { get; private init; }

    public static implicit operator Verdict(Refusal refusal) => new() { Refusal = refusal };

    public static implicit operator Verdict(Quote quote) => new() { Quote = quote };
}

/// <summary>What a write would do, as the customer is shown it, and the effect that confirming it has.</summary>
public sealed record Quote
{
    /// <summary>One sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>The parts; the amounts of the lines add up to <see cref="Amount"/>.</summary>
    public required IReadOnlyList<ProposalLine> Lines { get; init; }

    /// <summary>What the customer pays (positive) or gets back (negative).</summary>
    public required Money Amount { get; init; }

    /// <summary>What is written.</summary>
    public required ProposalEffect Effect { get; init; }

    /// <summary>True when the customer was shown exactly this.</summary>
    public bool IsWhatWasShown(Proposal shown) =>
        Amount == shown.Amount && Summary == shown.Summary && Lines.SequenceEqual(shown.Lines);
}
