using System.Text.RegularExpressions;
using SupportAgents.Agents;
using SupportAgents.Grains.Knowledge.Text;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>What the customer says about the steps that they were given.</summary>
public enum Verdict
{
    /// <summary>It works.</summary>
    Solved,

    /// <summary>It still does not.</summary>
    Failed,

    /// <summary>It does not, and they tell something new about it.</summary>
    More,
}

/// <summary>Reads the verdict. In doubt the trouble goes on: another step harms less than an ended conversation.</summary>
public static partial class TroubleVerdict
{
    /// <summary>The verdict of the newest message.</summary>
    public static Verdict Of(SkillContext context)
    {
        if (context.Message.Choice is { } choice)
            return choice == "helped" ? Verdict.Solved : Verdict.Failed;
        return Of(context.Message.Text, context.Request.Intent);
    }

    /// <summary>The verdict of a text that was understood as that intent.</summary>
    public static Verdict Of(string text, string intent)
    {
        var fails = Fails().IsMatch(text);
        if (!fails && (intent is Intents.Affirm or Intents.Thanks or Intents.Compliment || Works().IsMatch(text)))
            return Verdict.Solved;
        return Wording.Of(Fails().Replace(text, " ")).Count >= 3 && intent is not Intents.Deny ? Verdict.More : Verdict.Failed;
    }

    [GeneratedRegex(@"\b(still|not|n[o']t|no|nope|nothing|same|didn'?t|doesn'?t|won'?t|isn'?t|can'?t|cannot|never|worse|unfortunately)\b|n't\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fails();

    [GeneratedRegex(@"\b(works?|worked|working|better|fixed|solved|sorted|resolved|perfect|great|brilliant|did it|did the trick|that was it|that'?s it|helped|yes|yep|yeah)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Works();
}
