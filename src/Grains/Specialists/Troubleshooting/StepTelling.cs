using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Grains.Knowledge.Text;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Knowledge;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>How steps and the questions beside them are put to the customer.</summary>
internal static class StepTelling
{
    /// <summary>The open question which sign they see.</summary>
    public const string Sign = "sign";

    private const string Helped = "helped";
    private const string SignPrefix = "sign:";

    private static readonly Choice Person = new() { Id = TroubleEnding.Person, Label = "Talk to a person" };

    /// <summary>The next portion of a section's steps.</summary>
    public static SkillResult Portion(SkillContext context, TroubleState state, Citation citation, string key)
    {
        var portion = GuideSteps.Next(state.Left, 0);
        var stops = portion.Any(step => step.Stops);
        var after = state with { Given = [.. portion.Select(step => step.Text)], Left = [.. state.Left.Skip(portion.Count)], Stopped = stops };
        var question = context.Say(key, new
        {
            steps = Numbered(portion, key == "next_steps" ? state.Tried.Count(step => !GuideSteps.IsOwn(step) && !GuideSteps.Step(step).IsWarning) + 1 : 1),
            source = Source(citation),
            again = state.Earlier.Count > 0 && context.Resuming is null,
        });
        return Asking(context, after, question) with { Citations = [citation] };
    }

    /// <summary>What a person has found out about the issue that this is.</summary>
    public static SkillResult Known(SkillContext context, TroubleState state, KnownIssue issue) =>
        Asking(context, state with { Given = [issue.Answer!] }, context.Say("known_issue", new { name = issue.ProductName, answer = issue.Answer }));

    /// <summary>Asks which of a table's signs it is.</summary>
    public static SkillResult AskSign(SkillContext context, TroubleState state, KnowledgeHit table)
    {
        var (rows, citation) = (SignTable.Read(table.Text), KnowledgeLookup.Cite(table));
        var choices = rows.Select((row, number) => new Choice { Id = $"{SignPrefix}{number}", Label = row.Sign })
            .Append(new Choice { Id = $"{SignPrefix}none", Label = "None of these" }).Append(Person).ToList();
        var question = context.Say("which_sign", new { signs = rows.Select(row => row.Sign), source = Source(citation) });
        return SkillResult.Ask(context.Open(Sign, question, state with { Signs = rows, Used = [.. state.Used, citation] }, choices)) with { Citations = [citation] };
    }

    /// <summary>The signs that the customer picked: by a button, by their place, or in words.</summary>
    public static IReadOnlyList<SignRow> Chosen(SkillContext context, IReadOnlyList<SignRow> rows)
    {
        if (context.Message.Choice is { } choice)
            return choice.StartsWith(SignPrefix, StringComparison.Ordinal) && int.TryParse(choice[SignPrefix.Length..], out var number) && number < rows.Count ? [rows[number]] : [];
        if (context.Slots.Ordinals is [var ordinal, ..] && rows.ElementAtOrDefault(ordinal < 0 ? rows.Count + ordinal : ordinal - 1) is { } row)
            return [row];
        return SignTable.Fitting(rows, context.Message.Text);
    }

    /// <summary>The steps that were not tried.</summary>
    public static List<GuideStep> Remaining(TroubleState state, IReadOnlyList<GuideStep> steps) => [.. steps.Where(step => !state.WasTried(step.Text))];

    /// <summary>Whether these steps helped is asked for the first time, however many came before.</summary>
    private static SkillResult Asking(SkillContext context, TroubleState after, string question)
    {
        var open = context.Open(Helped, question, after, [new Choice { Id = "helped", Label = "Yes, it works" }, new Choice { Id = "not_helped", Label = "No, still not" }, Person]);
        return SkillResult.Ask(open with { Asked = 1 }) with
        {
            Focus = after.ProductId is null ? null : context.Focus with { ProductId = after.ProductId },
        };
    }

    private static string Source(Citation citation) =>
        $"{citation.Title}{(citation.Section.Length > 0 ? $" › {citation.Section.Replace(SectionReader.Separator, " › ", StringComparison.Ordinal)}" : "")}";

    /// <summary>What is to be done is numbered; what is warned of stands between without a number.</summary>
    private static string Numbered(IReadOnlyList<GuideStep> steps, int first)
    {
        if (steps.Count == 1 && (steps[0].IsWarning || steps[0].Text.StartsWith("- ", StringComparison.Ordinal)))
            return steps[0].Text;
        var lines = new List<string>();
        foreach (var step in steps)
            lines.Add(step.IsWarning ? $"{(lines.Count > 0 ? "\n" : "")}{step.Text}\n" : $"{first++}. {step.Text.Replace("\n", "\n   ", StringComparison.Ordinal)}");
        return string.Join('\n', lines).Trim();
    }
}
