using System.Text.RegularExpressions;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Knowledge.Text;
using SupportAgents.Grains.Specialists.Troubleshooting;

namespace SupportAgents.Grains.Supervisor.Talk;

/// <summary>
/// Reads what is said after steps were given. People tell how it went in words that sound like something else — "did all
/// that, still nothing", "the password is right", "one step finer did the trick" — so what tells it, or speaks of what the
/// steps speak of, is about them, and only a clear ask of another kind is not.
/// </summary>
internal static partial class StepReplies
{
    private const double Clear = 0.7;

    /// <summary>The <see cref="OpenAsk.Awaiting"/> of "did that help?".</summary>
    public const string Helped = "helped";

    /// <summary>True when the open question is whether steps helped.</summary>
    public static bool IsOpen(OpenAsk? top) => top is { Awaiting: Helped, Agent: AgentNames.Troubleshooting };

    /// <summary>Of several things whose steps were given, the one that a message names when that is not the last; null else.</summary>
    public static OpenAsk? Told(CustomerMessage message, IReadOnlyList<OpenAsk> open)
    {
        var said = SubjectWords.Of(message.Text);
        return IsOpen(open[^1]) && !said.Overlaps(SubjectWords.Of(open[^1].Request.Ask))
            ? open.LastOrDefault(ask => IsOpen(ask) && said.Overlaps(SubjectWords.Of(ask.Request.Ask)))
            : null;
    }

    /// <summary>The asks with all that is about the steps as one; null when none of them is.</summary>
    public static List<UnderstoodRequest>? Read(CustomerMessage message, IReadOnlyList<UnderstoodRequest> requests, OpenAsk top)
    {
        if (Dropping().IsMatch(message.Text) || requests.Any(request => TalkMoves.Read(request.Ask) is TalkMove.Drop or TalkMove.Pause or TalkMove.WhoAreYou))
            return null;
        // Of what was understood as one ask every word counts, also those that the understanding left out: before an ask of
        // another thing, they tell of the steps.
        if (requests.Count == 1 && NamesAnotherThing(requests[0], top) && message.Text.IndexOf(requests[0].Ask, StringComparison.Ordinal) is > 0 and var at)
            requests = [requests[0] with { Ask = message.Text[..at].Trim(), Intent = Intents.Affirm, Slots = new Slots(), Confidence = 0 }, requests[0]];
        else if (requests.Count == 1)
            requests = [requests[0] with { Ask = message.Text.Trim() }];
        var isTold = requests.Any(request => TroubleVerdict.IsTold(request.Ask));
        if (!isTold && requests.Any(request => request is { Intent: Intents.NeverMind, Confidence: >= Clear }))
            return null;
        var about = requests.Where(request => IsAbout(request, top)).ToList();
        var others = requests.Where(request => !IsAbout(request, top)).Select(Asked).ToList();
        if (about.Count == 0)
            return others.Exists(request => request.Intent == Intents.HowTo) ? others : null;
        var text = others.Count == 0 ? message.Text.Trim() : string.Join(", ", about.Select(request => request.Ask.Trim()));
        var isSolved = TroubleVerdict.Of(text, about[^1].Intent) == Verdict.Solved;
        var told = about[0] with
        {
            Ask = text,
            Agent = AgentNames.Troubleshooting,
            Intent = isSolved ? Intents.Affirm : Intents.Troubleshoot,
            Confidence = 1,
            Alternative = null,
        };
        return [told, .. others];
    }

    private static bool IsAbout(UnderstoodRequest request, OpenAsk top)
    {
        if (request.Intent == Intents.TalkToHuman || request.Slots.OrderIds is { Count: > 0 } || NamesAnotherThing(request, top))
            return false;
        if (IsQuestion(request) && (request.Confidence >= Clear || !TroubleVerdict.IsTold(request.Ask)))
            return false;
        return TroubleVerdict.IsTold(request.Ask) || request.Confidence < Clear || Intents.Agent.GetValueOrDefault(request.Intent) is AgentNames.SmallTalk or AgentNames.Unknown
            || request.Intent is Intents.Troubleshoot or Intents.Complaint or Intents.HowTo
            || request.Intent is not (Intents.WarrantyClaim or Intents.WarrantyCheck or Intents.ReturnItems or Intents.ExchangeItems) && SubjectWords.Of(request.Ask).Overlaps(SubjectWords.Of(top.Question));
    }

    /// <summary>"Another thing: the heart rate on my watch jumps" is a trouble of its own.</summary>
    public static bool NamesAnotherThing(UnderstoodRequest request, OpenAsk top) =>
        request.Intent == Intents.Troubleshoot && ProductMentions.Main(request.Slots, request.Ask) is { ProductId: not null } mention
        && ProductMentions.IsTheirs(mention.Text, request.Ask) && !SubjectWords.Of(mention.Text).Overlaps(SubjectWords.Of(top.Request.Ask));

    /// <summary>"How much can I grind in one go?" amid the steps is a question of its own; "what now?" is not.</summary>
    private static UnderstoodRequest Asked(UnderstoodRequest request) =>
        request is { Intent: Intents.Troubleshoot, Slots.Products: not null } && !IsQuestion(request) ? request with { Confidence = 1, Alternative = null } : IsQuestion(request) && (request.Confidence < Clear || request.Intent == Intents.Troubleshoot)
            ? request with { Agent = AgentNames.Troubleshooting, Intent = Intents.HowTo, Confidence = 1, Alternative = null }
            : request;

    private static bool IsQuestion(UnderstoodRequest request) => request.Ask.TrimEnd().EndsWith('?') && SubjectWords.Count(request.Ask) >= 1;

    [GeneratedRegex(@"^\W*((ok|okay|oh|no|ah|well)\W+)*(never ?mind|forget (it|that|about it)|don'?t bother|leave it)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dropping();
}
