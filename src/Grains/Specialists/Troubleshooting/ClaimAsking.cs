using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Orders;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>Proposes a warranty claim and settles it by the customer's word; a confirmed one goes to a person with the facts.</summary>
internal static class ClaimAsking
{
    /// <summary>Shows the proposal; null when the rules refuse it.</summary>
    /// <param name="context">The ask.</param>
    /// <param name="orderId">The unit's order.</param>
    /// <param name="variantId">The unit.</param>
    /// <param name="fault">What is wrong with it.</param>
    /// <param name="state">What the ask remembers.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<SkillResult?> Propose(
        SkillContext context, string orderId, string variantId, string fault, object? state, CancellationToken cancellationToken)
    {
        var result = await context.Use(TroubleshootingTools.OpenWarrantyClaim,
            new WarrantyClaimArguments { OrderId = orderId, VariantId = variantId, Fault = fault }, cancellationToken);
        return result.Proposal is { } proposal ? Ask(context, proposal, "claim_confirm", state) : null;
    }

    /// <summary>Opens or drops it; asks again where the customer says neither.</summary>
    public static async Task<SkillResult> Settle(SkillContext context, string summary, object? state, CancellationToken cancellationToken)
    {
        var proposal = context.Resuming!.Proposal!;
        if (context.Confirmation() is not { } accepts)
            return Ask(context, proposal, "claim_yes_or_no", state);
        if (!accepts)
        {
            await context.Use(OrderToolNames.DeclineProposal, new { proposal_id = proposal.Id }, cancellationToken);
            return SkillResult.Declined(context.Say("claim_dropped"), "you decided against it");
        }
        var result = await context.Use(OrderToolNames.ConfirmProposal, new { proposal_id = proposal.Id }, cancellationToken);
        if (result.Proposal is { } renewed)
            return Ask(context, renewed, "claim_confirm", state);
        return result.Refusal is { } refusal
            ? SkillResult.HandOff(context.Say("handed_off"), $"{summary} The claim could not be opened: {refusal.Rule}")
            : SkillResult.HandOff(context.Say("claim_opened", new { summary = proposal.Summary }),
                $"{proposal.Summary} {string.Join("; ", proposal.Lines.Select(line => line.Text))}. {summary}");
    }

    private static SkillResult Ask(SkillContext context, Proposal proposal, string key, object? state)
    {
        var question = context.Say(key, new { summary = proposal.Summary, lines = proposal.Lines.Select(line => line.Text) });
        return SkillResult.Ask(context.Open(OpenAsk.Confirmation, question, state,
        [
            new Choice { Id = DialogueChoices.Accept(proposal.Id), Label = "Yes, open the claim" },
            new Choice { Id = DialogueChoices.Decline(proposal.Id), Label = "No, leave it" },
        ], proposal));
    }
}
