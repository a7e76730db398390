using System.Text.Json.Nodes;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Specialists.Personalization.Skills;

/// <summary>
/// What the customer told us about their taste, and what their behaviour suggests, marked as such; takes a stated
/// preference in, which is the one change that needs no confirmation.
/// </summary>
public sealed class PreferencesSkill : ISkill
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.ShowPreferences, Agents.Intents.UpdatePreferences];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var result = await context.Use("get_preferences", new { }, cancellationToken);
        if (result.Data is not KnownPreferences known)
            return SkillResult.Declined(context.Say("no_account"), result.Text);
        // "Forget my size" sounds like a question about preferences: the sentence decides, not the intent.
        if (PreferenceSentences.Read(context.Request.Ask, known.Preferences, context.Slots.MaxPrice) is { } patch)
            return await Change(context, patch, cancellationToken);
        if (context.Ask.Intent == Agents.Intents.UpdatePreferences)
            return context.Resuming is null
                ? SkillResult.Ask(context.Open("preference", context.Say("which_preference")))
                : SkillResult.Done(context.Say("preference_not_understood"));
        var stated = PreferenceWords.Of(known.Preferences);
        return SkillResult.Done(context.Say(stated.Count + known.Inferred.Count > 0 ? "preferences" : "no_preferences", new { stated, inferred = known.Inferred, off = !known.LearnFromBehaviour }));
    }

    private static async Task<SkillResult> Change(SkillContext context, JsonObject patch, CancellationToken cancellationToken)
    {
        var result = await context.Use("update_preferences", new { preferences = patch }, cancellationToken);
        if (result.Refusal is { } refusal)
            return SkillResult.Declined(context.Say("refused", new { result.Text }), refusal.Rule);
        var after = (await context.Use("get_preferences", new { }, cancellationToken)).Data as KnownPreferences;
        return SkillResult.Done(context.Say("preferences_changed", new { stated = PreferenceWords.Of(after?.Preferences), off = after is { LearnFromBehaviour: false } }));
    }
}

/// <summary>What the customer looked at, compared and left in the cart.</summary>
public sealed class BrowsingSkill : ISkill
{
    private const int Shown = 6;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.BrowsingHistory];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var result = await context.Use("get_browsing_history", new { }, cancellationToken);
        if (result.Data is not BrowsingAnalysis { Items.Count: > 0 } seen)
            return SkillResult.Done(context.Say("no_browsing"));
        return SkillResult.Done(context.Say("browsing", new
        {
            interests = seen.Interests.Take(Shown).Select(interest => new { interest.Name, interest.Looks, at = interest.LastSeen }),
            categories = seen.Categories.Take(3).Select(category => category.Category),
            comparisons = seen.Comparisons.Take(3).Select(comparison => ReplyHelpers.Join(comparison.Names)),
            carts = seen.AbandonedCarts.Take(Shown).Select(cart => cart.Name).Distinct(),
        }));
    }
}

/// <summary>What only a person may do to an account: sign-in trouble, name and e-mail, deleting it.</summary>
public sealed class AccountRequestSkill : ISkill
{
    private const string Person = "person";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.ChangeProfile, Agents.Intents.DeleteMyData, Agents.Intents.AccountHelp];

    /// <inheritdoc/>
    public Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        if (context.Resuming is null)
            return Task.FromResult(SkillResult.Ask(context.Open("yes_no", context.Say(context.Ask.Intent), choices: [new Choice { Id = Person, Label = "Yes, ask a person" }])));
        return Task.FromResult(context.Message.Choice == Person || context.Request.Intent is Agents.Intents.Affirm or Agents.Intents.TalkToHuman
            ? SkillResult.HandOff(context.Say("handed_off"), $"The customer asks: {context.Ask.Ask.Trim()}")
            : SkillResult.Done(context.Say("left_as_it_is")));
    }
}
