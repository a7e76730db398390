using SupportAgents.Conversations;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Proposals;

/// <summary>A row of <c>proposals</c>.</summary>
internal sealed record ProposalRow
{
    public string Id { get; init; } = "";
    public string CustomerId { get; init; } = "";
    public string? ConversationId { get; init; }
    public string? OrderId { get; init; }
    public long? OrderVersion { get; init; }
    public string? PolicyVersion { get; init; }
    public string Shown { get; init; } = "";
    public string Arguments { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public string State { get; init; } = "";
    public string? LedgerId { get; init; }
    public string? Result { get; init; }
    public string? StaleReason { get; init; }
    public DateTimeOffset? ExecutedAt { get; init; }

    public static ProposalRow From(StoredProposal proposal) => new()
    {
        Id = proposal.Shown.Id,
        CustomerId = proposal.CustomerId,
        ConversationId = proposal.ConversationId,
        OrderId = proposal.OrderId,
        OrderVersion = proposal.OrderVersion,
        PolicyVersion = proposal.PolicyVersion,
        Shown = StoredText.ToJson(proposal.Shown),
        Arguments = proposal.Arguments.Json,
        CreatedAt = proposal.CreatedAt,
        ExpiresAt = proposal.Shown.ExpiresAt,
        State = StoredText.Name(proposal.State),
        LedgerId = proposal.LedgerId,
        Result = proposal.Result?.Json,
        StaleReason = StoredText.Plain(proposal.StaleReason),
        ExecutedAt = proposal.ExecutedAt,
    };

    public StoredProposal ToProposal() => new()
    {
        Shown = StoredText.FromJson<Proposal>(Shown),
        CustomerId = CustomerId,
        ConversationId = ConversationId,
        OrderId = OrderId,
        OrderVersion = OrderVersion,
        PolicyVersion = PolicyVersion,
        Arguments = new JsonText(Arguments),
        CreatedAt = CreatedAt,
        State = StoredText.Value<ProposalState>(State),
        LedgerId = LedgerId,
        Result = Result is null ? null : new JsonText(Result),
        StaleReason = StaleReason,
        ExecutedAt = ExecutedAt,
    };
}
