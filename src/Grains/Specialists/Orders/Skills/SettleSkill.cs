using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>
/// A confirmation that names its proposal while no ask waits for it: sent twice, from a second tab, or after the time was
/// up. Everyone who asks again gets the same result.
/// </summary>
public sealed class SettleSkill : ISkill
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.Affirm, Agents.Intents.Deny];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var proposalId = context.Message.Confirm?.ProposalId ?? DialogueChoices.ProposalOf(context.Message.Choice);
        if (proposalId is null)
            return SkillResult.Done(context.Say("nothing_open"));
        var accept = context.Ask.Intent == Agents.Intents.Affirm;
        var result = await context.Use(accept ? OrderToolNames.ConfirmProposal : OrderToolNames.DeclineProposal, new { proposal_id = proposalId }, cancellationToken);
        if (result.Refusal is { } refusal)
            return SkillResult.Declined(context.Say("not_settled", new { rule = refusal.Rule }), refusal.Rule);
        if (result.Proposal is { } renewed)
            return Renewed(context, renewed);
        var order = ProposalResults.Order(result);
        return SkillResult.Done(context.Say("settled", new { text = result.Text })) with { Focus = order is null ? null : OrderQuestion.FocusOn(context, [order]) };
    }

    private static SkillResult Renewed(SkillContext context, Proposal proposal)
    {
        var question = context.Say("confirm", new { remark = context.Say("stale"), summary = proposal.Summary, lines = ProposalTelling.Lines(proposal) });
        return SkillResult.Ask(context.Open(Agents.OpenAsk.Confirmation, question, choices:
        [
            new Choice { Id = DialogueChoices.Accept(proposal.Id), Label = context.Say("yes_do_it") },
            new Choice { Id = DialogueChoices.Decline(proposal.Id), Label = context.Say("no_leave_it") },
        ], proposal: proposal));
    }
}
