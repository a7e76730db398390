using System.Text.RegularExpressions;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Supervisor;

/// <summary>Greetings, thanks, what the desk can do.</summary>
public sealed partial class SmallTalkSkill : ISkill
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } =
    [
        Agents.Intents.Greeting, Agents.Intents.Thanks, Agents.Intents.Goodbye, Agents.Intents.Compliment, Agents.Intents.Capabilities, Agents.Intents.NeverMind, Agents.Intents.Pause, Agents.Intents.WhoAreYou,
    ];

    /// <inheritdoc/>
    public Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var about = context.Slots.Products?.FirstOrDefault(product => product.ProductId is not null);
        var isOpening = context.Ask.Intent == Agents.Intents.Capabilities && Opening().IsMatch(context.Message.Text);
        var result = SkillResult.Done(isOpening ? context.Say("opening", new { product = about?.Text }) : context.Say(context.Ask.Intent));
        // What was named is spoken of from now on: "are they under warranty?" comes next.
        return Task.FromResult(about is null ? result : result with { Focus = context.Focus with { ProductId = about.ProductId, VariantId = null } });
    }

    [GeneratedRegex(@"\b(have|got) (a|another|one|some) (quick |small |other )?(question|problem)s?\b|\bneed (some )?help with\b|\bcan you help me\b|\bquestion about\b", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();
}

/// <summary>"Yes" and "no" that no open question waits for, or that more than one proposal waits for.</summary>
public sealed class YesNoSkill : ISkill
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.Affirm, Agents.Intents.Deny];

    /// <inheritdoc/>
    public Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var proposals = context.Task.Dialogue.OpenAsks.Select(ask => ask.Proposal).OfType<Proposal>().ToList();
        if (proposals.Count < 2)
            return Task.FromResult(SkillResult.Done(context.Say(context.Ask.Intent)));
        var accept = context.Ask.Intent == Agents.Intents.Affirm;
        var choices = proposals.Select(proposal => new Choice
        {
            Id = accept ? DialogueChoices.Accept(proposal.Id) : DialogueChoices.Decline(proposal.Id),
            Label = proposal.Summary,
        }).ToList();
        var question = context.Say(accept ? "which_yes" : "which_no", new { proposals });
        return Task.FromResult(SkillResult.Ask(context.Open(DialogueRouter.WhichProposal, question, choices: choices)));
    }
}

/// <summary>The customer wants a person, or complains about nothing that an agent could look at.</summary>
public sealed class PersonSkill : ISkill
{
    private const string Person = "person";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.TalkToHuman, Agents.Intents.Complaint];

    /// <inheritdoc/>
    public Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        if (context.Ask.Intent == Agents.Intents.TalkToHuman || context.Message.Choice == Person || context.Request.Intent is Agents.Intents.Affirm or Agents.Intents.TalkToHuman)
            return Task.FromResult(SkillResult.HandOff(context.Say("handed_off"), $"The customer asked for a person: {context.Ask.Ask.Trim()}"));
        if (context.Resuming is not null)
            return Task.FromResult(SkillResult.Done(context.Say("listening")));
        return Task.FromResult(SkillResult.Ask(context.Open("yes_no", context.Say("complaint"), choices: [new Choice { Id = Person, Label = "Talk to a person" }])));
    }
}

/// <summary>What was not understood, or is not what the desk does: says so and offers what it can do.</summary>
public sealed class NotUnderstoodSkill : ISkill
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.OutOfScope];

    /// <inheritdoc/>
    public Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var key = context.Ask.Confidence >= DialogueRouter.Unsure ? "out_of_scope" : "not_understood";
        return Task.FromResult(SkillResult.Declined(context.Say(key), key == "out_of_scope" ? "the desk does not do this" : "it was not understood"));
    }
}

/// <summary>An ask that could mean two things: asks which.</summary>
public sealed class ClarifySkill : ISkill
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [.. Agents.Intents.Agent.Keys];

    /// <inheritdoc/>
    public Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        string[] meanings = [context.Ask.Intent, context.Ask.Alternative ?? Agents.Intents.TalkToHuman];
        var choices = meanings.Select(intent => new Choice { Id = DialogueRouter.MeaningPrefix + intent, Label = context.Say($"meaning_{intent}") }).ToList();
        return Task.FromResult(SkillResult.Ask(context.Open("meaning", context.Say("clarify", new { choices }), choices: choices)));
    }
}
