using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>Confirms or declines an open proposal as the customer said, and tells what came of it.</summary>
public sealed class ProposalSettling(SkillContext context, ChangeDraft draft)
{
    /// <summary>Settles it; where the message says neither yes nor no, asks again.</summary>
    public async Task<SkillResult> Settle(Proposal proposal, CancellationToken cancellationToken)
    {
        var said = context.Confirmation();
        if (said is null)
            return ProposalTelling.Confirm(draft, proposal, isOncePerOrder: false, context.Say("yes_or_no"));
        if (said is false)
        {
            await context.Use(OrderToolNames.DeclineProposal, new { proposal_id = proposal.Id }, cancellationToken);
            return SkillResult.Declined(context.Say("left"), "you decided against it");
        }
        var result = await context.Use(OrderToolNames.ConfirmProposal, new { proposal_id = proposal.Id }, cancellationToken);
        if (result.Refusal is { } refusal)
            return new RefusalTelling(draft, context.Ask.Intent).Told(refusal);
        if (result.Proposal is { } renewed)
            return ProposalTelling.Confirm(draft, renewed, isOncePerOrder: false, context.Say("stale"));
        var order = ProposalResults.Order(result) ?? draft.Order;
        var reply = context.Say("done", new { summary = Done(proposal), id = order?.Id, next = Next(proposal, order) });
        return SkillResult.Done(reply) with { Focus = order is null ? null : OrderQuestion.FocusOn(context, [order]) };
    }

    /// <summary>What was done, in the past tense, with the amount and where it goes.</summary>
    private string Done(Proposal proposal) => context.Say($"done_{proposal.Kind}", ProposalResults.Model(proposal, draft));

    private string Next(Proposal proposal, Order? order) => context.Say($"next_{proposal.Kind}", new { id = order?.Id });
}
