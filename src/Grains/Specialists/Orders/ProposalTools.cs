using System.ComponentModel;
using SupportAgents.Grains.Specialists.Orders.Rules;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tools;
using SupportAgents.Shop;
using static SupportAgents.Grains.Specialists.Orders.OrderToolNames;

namespace SupportAgents.Grains.Specialists.Orders;

/// <summary>Names one proposal.</summary>
public sealed record ProposalArguments
{
    [Description("The id of the proposal, as the tool that made it answered")]
    public required string ProposalId { get; init; }
}

/// <summary>Settles proposals: confirming, declining, and taking back what was confirmed.</summary>
public sealed class ProposalTools(IProposalStore proposals, ProposalDesk desk, TimeProvider time) : IToolset
{
    /// <inheritdoc/>
    public IEnumerable<Tool> Tools =>
    [
        Tool.Write<ProposalArguments>(ConfirmProposal,
            "Executes a proposal, once. Call it only after the customer has explicitly accepted exactly this proposal.", Confirm),
        Tool.Write<ProposalArguments>(DeclineProposal,
            "Declines an open proposal, so that it can no longer be confirmed.", Decline),
        Tool.Write<OrderArguments>(UndoAction,
            "Proposes to take back the last change of an order (cancellation, address, return) where the shop's rules still allow it.", Undo),
    ];

    private async Task<ToolResult> Confirm(ToolContext context, ProposalArguments arguments, CancellationToken cancellationToken)
    {
        var found = await proposals.Find(context.CustomerId, arguments.ProposalId, cancellationToken);
        if (found is null || !MaySettle(context, found))
            return NotFound(arguments.ProposalId);
        var now = time.GetUtcNow();
        var settled = await proposals.Confirm(context.Who, arguments.ProposalId, now,
            (proposal, records) => OrdersRules.Decide(proposal, records, now), cancellationToken);
        return settled switch
        {
            null => NotFound(arguments.ProposalId),
            { State: ProposalState.Executed } => ProposalAnswers.Done(settled),
            { State: ProposalState.Declined } => ToolResult.Refused("proposal_declined",
                "The proposal was declined, or a newer one took its place.", "The change can be proposed again."),
            _ => await Renew(context, settled, cancellationToken),
        };
    }

    private async Task<ToolResult> Decline(ToolContext context, ProposalArguments arguments, CancellationToken cancellationToken)
    {
        var found = await proposals.Find(context.CustomerId, arguments.ProposalId, cancellationToken);
        if (found is null || !MaySettle(context, found))
            return NotFound(arguments.ProposalId);
        var settled = await proposals.Decline(context.CustomerId, arguments.ProposalId, cancellationToken);
        return settled switch
        {
            null => NotFound(arguments.ProposalId),
            { State: ProposalState.Executed } => ToolResult.Refused("proposal_already_executed",
                "The proposal was confirmed and done before.", "undo_action takes it back where the shop's rules allow it."),
            _ => ProposalAnswers.Declined(settled),
        };
    }

    private async Task<ToolResult> Undo(ToolContext context, OrderArguments arguments, CancellationToken cancellationToken)
    {
        var last = await proposals.FindLastExecuted(context.CustomerId, arguments.OrderId, cancellationToken);
        if (last is null)
            return ToolResult.Refused(Refusals.Make("nothing_to_undo", "Nothing was done here to an order of the customer with that id.",
                null, ("order_id", arguments.OrderId)));
        var kind = last.Shown.Kind;
        if (!UndoRule.IsPossible(kind) || Snapshots.BeforeOf(last) is not { } before)
            return ToolResult.Refused(UndoRule.NotUndoable(arguments.OrderId, kind));
        return await desk.Propose(context, UndoOf(kind), new UndoArguments
        {
            OrderId = arguments.OrderId,
            Kind = kind,
            ExecutedAt = last.ExecutedAt ?? last.CreatedAt,
            OrderVersion = last.OrderVersion.GetValueOrDefault() + 1,
            Before = before,
        }, cancellationToken);
    }

    /// <summary>The quote no longer holds: a new one on the records as they are now, or the refusal that they come to.</summary>
    private async Task<ToolResult> Renew(ToolContext context, StoredProposal stale, CancellationToken cancellationToken)
    {
        var renewed = await desk.Propose(context, stale.Shown.Kind, stale.Arguments, stale.OrderId, cancellationToken);
        return renewed.Proposal is { } proposal
            ? renewed with { Text = $"Nothing was changed. {stale.StaleReason} This is the quote now: {proposal.Summary} Ask the customer to confirm proposal {proposal.Id}." }
            : renewed;
    }

    /// <summary>A "yes" settles only what was proposed in the same conversation; staff settle anything of their customer's.</summary>
    private static bool MaySettle(ToolContext context, StoredProposal proposal) =>
        proposal.ConversationId == context.ConversationId || context.Who.IsStaff;

    private static ToolResult NotFound(string proposalId) =>
        ToolResult.Refused(Refusals.Make("proposal_not_found", "There is no such proposal of this customer here.", null, ("proposal_id", proposalId)));
}
