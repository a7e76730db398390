namespace SupportAgents.Grains.Reasoning;

/// <summary>Ids of the choices that mean the same for every specialist.</summary>
public static class DialogueChoices
{
    private const string AcceptPrefix = "confirm:";
    private const string DeclinePrefix = "decline:";

    /// <summary>Picks this proposal and accepts it.</summary>
    public static string Accept(string proposalId) => AcceptPrefix + proposalId;

    /// <summary>Declines this proposal.</summary>
    public static string Decline(string proposalId) => DeclinePrefix + proposalId;

    /// <summary>The proposal that a choice settles, or null.</summary>
    public static string? ProposalOf(string? choice) =>
        choice is null ? null
        : choice.StartsWith(AcceptPrefix, StringComparison.Ordinal) ? choice[AcceptPrefix.Length..]
        : choice.StartsWith(DeclinePrefix, StringComparison.Ordinal) ? choice[DeclinePrefix.Length..]
        : null;
}
