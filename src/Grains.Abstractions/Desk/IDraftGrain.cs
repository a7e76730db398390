using SupportAgents.Conversations;
using SupportAgents.Identity;

namespace SupportAgents.Desk;

/// <summary>Writes drafts for the person who has a conversation, keyed by the conversation's id. Staff only.</summary>
[Alias("draft")]
public interface IDraftGrain : IGrainWithStringKey
{
    /// <summary>
    /// What the agents would answer to <paramref name="text"/>, or to what the customer asked last. Nothing is written to
    /// the conversation or the customer's records; a change comes as a proposal.
    /// </summary>
    [Alias("suggest")]
    Task<Draft> Suggest(Principal who, string? text, CancellationToken cancellationToken = default);
}

/// <summary>A reply to look over, change and send.</summary>
[GenerateSerializer, Immutable, Alias("desk-draft")]
public sealed record Draft
{
    /// <summary>What it answers; null when the customer asked nothing that the agents could answer.</summary>
    [Id(0)] public string? Question { get; init; }

    /// <summary>Markdown; empty when there is nothing to suggest.</summary>
    [Id(1)] public required string Reply { get; init; }
    [Id(2)] public IReadOnlyList<string> Agents { get; init; } = [];
    [Id(3)] public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>A change that would settle it, to be confirmed at the desk with the customer's consent.</summary>
    [Id(4)] public Proposal? Proposal { get; init; }
}
