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

    /// <summary>They are about to try.</summary>
    Trying,
}

/// <summary>Reads the verdict. In doubt the trouble goes on: another step harms less than an ended conversation.</summary>
public static partial class TroubleVerdict
{
    /// <summary>The verdict of the newest message.</summary>
    public static Verdict Of(SkillContext context)
    {
        if (context.Message.Choice is { } choice)
            return choice == "helped" ? Verdict.Solved : Verdict.Failed;
        return Of(context.Request.Ask, context.Request.Intent);
    }

    /// <summary>The verdict of a text that was understood as that intent.</summary>
    public static Verdict Of(string text, string intent)
    {
        var told = Gone().Replace(text, " works ");
        var fails = Fails(text);
        if (!fails && !Working().IsMatch(told) && WillTry().IsMatch(told))
            return Verdict.Trying;
        if (!fails && (intent is Intents.Affirm or Intents.Thanks or Intents.Compliment || Working().IsMatch(told)))
            return Verdict.Solved;
        return Wording.Of(Failing().Replace(text, " ")).Count >= 3 && intent is not Intents.Deny ? Verdict.More : Verdict.Failed;
    }

    /// <summary>True when a text tells something new about the trouble: it speaks of no step, and mostly not of what was told before.</summary>
    public static bool IsNews(string text, string symptom, IEnumerable<string> steps)
    {
        var said = SubjectWords.Of(text);
        var heard = SubjectWords.Of(symptom);
        var news = said.Count(word => !heard.Contains(word));
        return news >= 2 && news >= 0.5 * said.Count && !said.Overlaps(SubjectWords.Of(string.Join(' ', steps)));
    }

    /// <summary>True when a text says itself how it went, whatever it was understood as.</summary>
    public static bool IsTold(string text) => Failing().IsMatch(text) || Working().IsMatch(text) || WillTry().IsMatch(text);

    /// <summary>True when a text says outright that it works.</summary>
    public static bool Works(string text) => Of(text, Intents.OutOfScope) == Verdict.Solved;

    /// <summary>True when a text says that it does not.</summary>
    public static bool Fails(string text) => Failing().IsMatch(Gone().Replace(text, " works "));

    /// <summary>What is no more is no failure: "it no longer leaks", "no more smoke".</summary>
    [GeneratedRegex(@"\b(no longer|no more|not any ?more|no (further )?(problems?|issues?|trouble)( now| any ?more)?)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gone();

    [GeneratedRegex(@"\b(will|i'?ll|we'?ll|let me|let'?s|going to|gonna)\b.{0,20}\b(try|do|check|test|see|look)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WillTry();

    [GeneratedRegex(@"\b(still|not|n[o']t|no|nope|nothing|same|lost|again and again|came back|back again|on again|worse than|no luck|didn'?t|doesn'?t|won'?t|isn'?t|can'?t|cannot|never|worse|unfortunately)\b|n't\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Failing();

    [GeneratedRegex(@"\b(works?|worked|working|(runs|charges|pairs|connects|heats|starts|plays|fits|turns on|switches on) (again|now|fine)|running( again)?|back to normal|is (dry|gone|off|on|connected|quiet) (now|again)|(is|it'?s) (gone|connected|dry|quiet)|found (it|its|the)\b|better|fixed|solved|sorted|resolved|perfect|great|brilliant|did it|did the trick|that was it|that'?s it|helped|yes|yep|yeah)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Working();
}
