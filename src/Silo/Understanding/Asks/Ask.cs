using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Asks;

/// <summary>A clause with what the classifier makes of it.</summary>
internal sealed record Ask
{
    /// <summary>Its tokens; grows when clauses are merged.</summary>
    public required Clause Clause { get; init; }

    /// <summary>The likeliest label.</summary>
    public required string Intent { get; init; }

    /// <summary>Its probability.</summary>
    public required double Confidence { get; init; }

    /// <summary>The likeliest other intent, when it is close.</summary>
    public string? Alternative { get; init; }

    /// <summary>Whether it has the form of a question or an order, not of a statement.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>Whether it begins with words that take the ask before back.</summary>
    public bool IsCorrection { get; init; }

    /// <summary>Statements around the ask that belong to it: an explanation, a reason.</summary>
    public IReadOnlyList<Clause> Background { get; init; } = [];
}
