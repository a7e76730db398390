using System.Text.Json.Nodes;
using SupportAgents.Agents;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Personalization.Skills;

/// <summary>
/// What the customer told us about their taste, and what their behaviour suggests, marked as such; takes a stated
/// preference in, which is the one change that needs no confirmation.
/// </summary>
public sealed class PreferencesSkill : ISkill
{
    /// <summary>The replies that show or change preferences.</summary>
    internal static IReadOnlyList<string> Words { get; } = ["preferences", "preferences_changed", "profile"];

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.ShowPreferences, Agents.Intents.UpdatePreferences];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var result = await context.Use("get_preferences", new { }, cancellationToken);
        if (result.Data is not KnownPreferences known)
            return SkillResult.Declined(context.Say("no_account"), result.Text);
        // "Forget my size" sounds like a question about preferences: the sentence decides, not the intent.
        if (Change(context, known) is { } patch)
            return await Save(context, patch, cancellationToken);
        if (PreferenceSentences.ForgetsThat(context.Request.Ask))
            return SkillResult.Done(context.Say("left_as_it_is"));
        if (context.Ask.Intent == Agents.Intents.UpdatePreferences)
            return context.Resuming is null
                ? SkillResult.Ask(context.Open("preference", context.Say("which_preference")))
                : SkillResult.Done(context.Say("preference_not_understood"));
        var stated = PreferenceWords.Of(known.Preferences);
        return SkillResult.Done(context.Say(stated.Count + known.Inferred.Count > 0 || !known.LearnFromBehaviour ? "preferences" : "no_preferences",
            new { stated, inferred = known.Inferred, off = !known.LearnFromBehaviour }));
    }

    /// <summary>The change that the words ask for; null when they ask for none.</summary>
    internal static JsonObject? Change(SkillContext context, KnownPreferences known) => PreferenceSentences.ForgetsThat(context.Request.Ask)
        ? Forgotten(context, known)
        : PreferenceSentences.Read(context.Request.Ask, known.Preferences, context.Slots.MaxPrice, known.Inferred);

    /// <summary>Saves a change and says how things stand after it.</summary>
    internal static async Task<SkillResult> Save(SkillContext context, JsonObject patch, CancellationToken cancellationToken)
    {
        var result = await context.Use("update_preferences", new { preferences = patch }, cancellationToken);
        if (result.Refusal is { } refusal)
            return SkillResult.Declined(context.Say("refused", new { result.Text }), refusal.Rule);
        var after = (await context.Use("get_preferences", new { }, cancellationToken)).Data as KnownPreferences;
        return SkillResult.Done(context.Say("preferences_changed", new
        {
            stated = PreferenceWords.Of(after?.Preferences),
            off = patch[StatedPreferences.LearnMember]?.GetValueKind() is System.Text.Json.JsonValueKind.False,
            on = patch[StatedPreferences.LearnMember]?.GetValueKind() is System.Text.Json.JsonValueKind.True,
            denied = patch[StatedPreferences.NeverInferMember] is JsonArray denied ? denied.Select(one => $"{one}").ToList() : null,
        }));
    }

    /// <summary>"Forget that": what the customer stated last; else all that was just shown to them, stated and inferred.</summary>
    private static JsonObject? Forgotten(SkillContext context, KnownPreferences known)
    {
        // Said after something else, "forget that" is about something else.
        if (context.Task.Recent.LastOrDefault(item => item.Role == "agent")?.Answer?.Agents.Contains(AgentNames.Personalization) != true)
            return null;
        foreach (var said in context.Task.Recent.Reverse().Where(item => item.Role == "customer"))
        {
            if (PreferenceSentences.Read(said.Text, null, null) is { } stated && PreferenceEdits.Of(known.Preferences).Undo(stated) is { } undone)
                return undone;
        }
        var edits = PreferenceEdits.Of(known.Preferences);
        edits.Without("everything");
        foreach (var one in known.Inferred)
            edits.Add(StatedPreferences.NeverInferMember, one.Value);
        return edits.Patch;
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
            categories = seen.Categories.Take(3).Select(category => $"{category.Category}{(category.Trend == "steady" ? "" : $" ({category.Trend})")}").ToList(),
            comparisons = seen.Comparisons.Take(3).Select(comparison => ReplyHelpers.Join(comparison.Names)),
            carts = seen.AbandonedCarts.Take(Shown).Select(cart => cart.Name).Distinct().ToList(),
        }));
    }
}
