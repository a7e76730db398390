using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>Shows a proposal and asks for the customer's word on it.</summary>
public static class ProposalTelling
{
    /// <summary>The quote's lines; where nothing is owed no amount is told.</summary>
    public static IReadOnlyList<object> Lines(Proposal proposal) =>
        [.. proposal.Lines.Select(line => new { text = line.Text, amount = line.Amount == Shop.Money.Zero ? null : line.Amount })];

    /// <summary>The question, with the proposal and choices for yes and no.</summary>
    /// <param name="draft">What it was made of.</param>
    /// <param name="proposal">What the tool proposed.</param>
    /// <param name="isOncePerOrder">True when everything must be in, because it cannot be done twice.</param>
    /// <param name="remark">What to say before.</param>
    public static SkillResult Confirm(ChangeDraft draft, Proposal proposal, bool isOncePerOrder, string? remark = null)
    {
        var context = draft.Context;
        var question = context.Say("confirm", new
        {
            remark,
            summary = proposal.Summary,
            lines = Lines(proposal),
            total = proposal.Lines.Count(line => line.Amount is not null) > 1,
            pays = proposal.Amount > Shop.Money.Zero,
            gets = proposal.Amount.IsNegative,
            amount = proposal.Amount.Magnitude,
            once = isOncePerOrder && draft.Order is { Items.Count: > 1 } order && draft.Form.Units?.Count < order.Items.Count,
        });
        var open = context.Open(OpenAsk.Confirmation, question, draft.Form,
        [
            new Choice { Id = DialogueChoices.Accept(proposal.Id), Label = context.Say("yes_do_it") },
            new Choice { Id = DialogueChoices.Decline(proposal.Id), Label = context.Say("no_leave_it") },
        ], proposal);
        return SkillResult.Ask(open) with { Focus = draft.Order is { } about ? OrderQuestion.FocusOn(context, [about]) : null };
    }
}
