using SupportAgents.Conversations;
using SupportAgents.Grains.Specialists.Orders.Skills.Reading;

namespace SupportAgents.Grains.Specialists.Orders.Skills.Parts;

/// <summary>Why an order is cancelled, as one of the shop's own reasons.</summary>
public sealed class ReasonPart : IFormPart
{
    private const string Prefix = "reason:";
    private const int ShortestReason = 3;
    private const string NoLongerNeeded = "no longer needed";
    private const string ByMistake = "ordered by mistake";

    private static readonly string[] s_mistake =
        ["mistake", "accident", "accidentally", "by error", "in error", "wrong item", "wrong order", "wrong product", "did not mean", "didnt mean", "not mean to", "never meant", "duplicate", "twice", "double", "unintentional", "misclick", "wrongly"];

    private static readonly string[] s_unneeded =
        ["no longer", "not need", "changed my mind", "change of mind", "changed mind", "it cheaper", "them cheaper", "a cheaper", "cheaper else", "for less", "found it", "found a", "not want", "dont want", "elsewhere", "another shop", "another store", "too expensive", "unneeded", "not going to", "wont need", "traveling", "travelling", "too long", "not anymore", "any more", "anymore", "better price", "somewhere else", "unnecessary", "already got", "already have", "already bought", "got one", "bought one", "too slow", "forever", " ages ", " late "];

    /// <summary>The reasons of a shop that has set none.</summary>
    public static IReadOnlyList<string> Usual { get; } = [NoLongerNeeded, ByMistake];

    /// <inheritdoc/>
    public string Awaiting => "reason";

    /// <inheritdoc/>
    public void Hear(ChangeDraft draft)
    {
        if (draft.Chosen(Prefix) is { } chosen)
            draft.Form = draft.Form with { Reason = chosen };
        else if ((Read($"{draft.Said}. {draft.Slots.Reason}", Reasons(draft)) ?? Told(draft)) is { } reason)
            draft.Form = draft.Form with { Reason = reason };
    }

    /// <inheritdoc/>
    public FormQuestion? Missing(ChangeDraft draft) => draft.Form.Reason is not null ? null
        : new FormQuestion(draft.Context.Say("which_reason", new { id = draft.Order?.Id, reasons = Reasons(draft) }), [.. Reasons(draft).Select(reason => new Choice { Id = Prefix + reason, Label = reason })]);

    /// <summary>The shop's reason that the words come to; null when they name none.</summary>
    public static string? Read(string text, IReadOnlyList<string> reasons)
    {
        var phrase = $" {string.Join(' ', Token.Split(text))} ";
        if (reasons.FirstOrDefault(reason => phrase.Contains($" {string.Join(' ', Token.Phrase(reason))} ", StringComparison.Ordinal)) is { } verbatim)
            return verbatim;
        var meant = s_mistake.Any(word => phrase.Contains(word, StringComparison.Ordinal)) ? ByMistake
            : s_unneeded.Any(word => phrase.Contains(word, StringComparison.Ordinal)) ? NoLongerNeeded
            : null;
        return meant is not null && reasons.Contains(meant) ? meant : null;
    }

    /// <summary>
    /// Whatever else the customer gives as a reason comes to not needing it: it is shown in the proposal, where it can be
    /// corrected.
    /// </summary>
    private string? Told(ChangeDraft draft)
    {
        var isTold = draft.Slots.Reason is { Length: > 0 }
            || draft.Awaits(Awaiting) && draft.Words.Count >= ShortestReason && !draft.Text.TrimEnd().EndsWith('?') && draft.Request == draft.Context.Ask.Intent;
        return isTold && draft.Form.Reason is null && Reasons(draft).Contains(NoLongerNeeded) ? NoLongerNeeded : null;
    }

    private static IReadOnlyList<string> Reasons(ChangeDraft draft) => draft.Rules.CancelReasons ?? Usual;
}
