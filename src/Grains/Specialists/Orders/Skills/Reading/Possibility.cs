using System.Text.RegularExpressions;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Specialists.Orders.Skills.Reading;

/// <summary>Whether a change is asked for, or only whether it could be made.</summary>
public static partial class Possibility
{
    /// <summary>True for "can I still change it?", also when it is asked again of another order.</summary>
    public static bool IsAsked(SkillContext context) =>
        context.Resuming is null or { Awaiting: Supervisor.Talk.FollowUps.Again } && Still().IsMatch(context.Ask.Ask);

    [GeneratedRegex(@"\b(can|could|may) (i|we) still\b|\bis (it|that) (still )?(possible|too late)\b|\btoo late to\b", RegexOptions.IgnoreCase)]
    private static partial Regex Still();
}
