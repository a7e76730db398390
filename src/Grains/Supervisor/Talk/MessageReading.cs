using System.Text.RegularExpressions;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Knowledge.Text;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Supervisor.Talk;

/// <summary>
/// Makes of what the understanding found what it means in this talk: fragments are put back to the ask that they belong
/// to, stock moves are named, and a reply to a proposal that says more than yes or no becomes the correction that it is.
/// </summary>
public static partial class MessageReading
{
    private const double Clear = 0.6;
    private const int ShortReplyWords = 6;
    private const int LongestCorrection = 14;

    /// <summary>The asks as they are to be routed, in their order; never empty.</summary>
    public static IReadOnlyList<UnderstoodRequest> Read(CustomerMessage message, IReadOnlyList<UnderstoodRequest> requests, DialogueState dialogue, OpenAsk? top)
    {
        requests = [.. OneTrouble.Join(requests.SelectMany(TwoThings.Part))];
        if (StepReplies.IsOpen(top) && StepReplies.Read(message, requests, top!) is { } told)
            return told;
        if (IsTroubleToldOn(message, requests, top))
            return [As(requests[0], top!.Request.Intent) with { Ask = message.Text.Trim(), Agent = top.Agent }];
        var asks = Fold(message, requests, top);
        var isAlone = asks.Count == 1 && message.Text.Length > 0;
        var read = asks.ConvertAll(ask => Read(isAlone ? ask with { Ask = message.Text.Trim() } : ask, dialogue, top));
        if (read.Exists(ask => ask.Intent != Intents.Pause))
            read.RemoveAll(ask => ask.Intent == Intents.Pause);
        // "Ok, is it under warranty?": the ok answers nothing.
        if (read.Count > 1 && top is not { Proposal: not null })
            read.RemoveAll(ask => ask.Intent == Intents.Affirm && Nod().IsMatch(ask.Ask) && read.Exists(other => other.Agent != AgentNames.SmallTalk));
        // "It was my wife's account. Forget it": what is dropped takes the words around it with it.
        if (top is not null && read.Exists(ask => ask.Intent == Intents.NeverMind))
        {
            read.RemoveAll(ask => ask.Intent != Intents.NeverMind && ask.Slots.OrderIds is null
                && (ask.Intent == top.Request.Intent || ask.Intent == Intents.Deny || ask.Agent == AgentNames.Unknown));
            read = [.. read.DistinctBy(ask => ask.Intent == Intents.NeverMind ? Intents.NeverMind : ask.Ask)];
        }
        return read;
    }

    /// <summary>
    /// An ask that is not clear by itself, beside one that is, says more about that one; so does a bare address, and a thing
    /// that is only named before "can I return that?". Where nothing is clear and a question is open, all of it answers.
    /// </summary>
    private static List<UnderstoodRequest> Fold(CustomerMessage message, IReadOnlyList<UnderstoodRequest> requests, OpenAsk? top)
    {
        if (requests.Count > 1 && top is { Proposal: null, Awaiting: not OpenAsk.Offer } && requests.All(request => request.Confidence < Clear && TalkMoves.Read(request.Ask) is not TalkMove.Drop))
            return [requests.Aggregate((all, next) => all with { Slots = all.Slots.With(next.Slots) }) with { Ask = message.Text.Trim(), Confidence = 0, Alternative = null }];
        var hasClear = requests.Any(request => request.Confidence >= Clear && Intents.Agent.GetValueOrDefault(request.Intent) is not (null or AgentNames.SmallTalk or AgentNames.Unknown));
        var folded = new List<UnderstoodRequest>();
        for (var i = 0; i < requests.Count; i++)
        {
            var request = requests[i];
            var before = folded.Count > 0 ? folded[^1] : null;
            var next = i + 1 < requests.Count ? requests[i + 1] : null;
            var isFragment = hasClear && request is { Confidence: < DialogueRouter.Unsure, Alternative: not null };
            var isAddress = before is { Intent: Intents.ChangeOrderAddress, Slots.Address: null } && request.Intent == Intents.ChangeProfileAddress;
            // "My machine blinks orange, what does it want?" asks one thing.
            var isBare = before is { Intent: Intents.Troubleshoot } && request.Ask.TrimEnd().EndsWith('?') && request.Slots.Products is null && BareQuestion().IsMatch(request.Ask);
            if (isBare)
                continue;
            var isNamed = next?.Slots is { Anaphora: true, Products: null, OrderIds: null } && FollowUps.IsElliptical(request.Ask, request);
            if (isNamed)
                requests = [.. requests.Take(i + 1), next! with { Ask = $"{request.Ask}, {next.Ask}", Slots = next.Slots.With(request.Slots) }, .. requests.Skip(i + 2)];
            else if (before is not null && (isFragment || isAddress))
                folded[^1] = before with { Ask = $"{before.Ask}; {request.Ask}", Slots = before.Slots.With(request.Slots) };
            else if (!isFragment || next is null)
                folded.Add(request);
        }
        return folded;
    }

    /// <summary>"I descaled it now. The pump hums and no water comes" tells more of the trouble, whatever its parts sound like.</summary>
    private static bool IsTroubleToldOn(CustomerMessage message, IReadOnlyList<UnderstoodRequest> requests, OpenAsk? top) =>
        top is { Agent: AgentNames.Troubleshooting, Request.Intent: Intents.Troubleshoot, Proposal: null } && !message.Text.Contains('?', StringComparison.Ordinal)
        && requests.All(request => (request.Confidence < Clear || request.Intent == Intents.Troubleshoot) && request.Slots.OrderIds is null && TalkMoves.Read(request.Ask) is null)
        && !requests.Any(request => StepReplies.NamesAnotherThing(request, top))
        && requests.Any(request => request.Intent is Intents.NeverMind or Intents.Troubleshoot) && SubjectWords.Count(message.Text) > 1;

    private static UnderstoodRequest Read(UnderstoodRequest ask, DialogueState dialogue, OpenAsk? top) => TalkMoves.Read(ask.Ask) switch
    {
        TalkMove.WhoAreYou => As(ask, Intents.WhoAreYou),
        TalkMove.Drop when top is not null => As(ask, Intents.NeverMind),
        TalkMove.Pause => As(ask, Intents.Pause),
        // Only where an answer is a fact of an order or an account: "I don't know" is a fine answer to "what does it show?".
        TalkMove.AskBack when top is { Awaiting: not OpenAsk.Offer, Agent: AgentNames.Orders or AgentNames.Personalization } => As(ask, Intents.AskBack),
        _ when top is { Proposal: not null } => ToProposal(ask, top),
        _ when top is { Awaiting: not OpenAsk.Offer } && !AwaitedSlots.IsYesNo(top.Awaiting) => ToQuestion(ask, top),
        _ => AboutOrder(Doubtful(ask), dialogue),
    };

    /// <summary>When somebody can be reached is a question, and something that is broken is trouble while no order is named.</summary>
    private static UnderstoodRequest Doubtful(UnderstoodRequest ask) => ask switch
    {
        { Intent: Intents.TalkToHuman, Alternative: Intents.ContactInformation } when When().IsMatch(ask.Ask) => As(ask, Intents.ContactInformation) with { Agent = AgentNames.Troubleshooting },
        { Intent: Intents.OrderProblem, Alternative: Intents.Troubleshoot, Slots: { OrderIds: null, OrderReference: null } } => As(ask, Intents.Troubleshoot) with { Agent = AgentNames.Troubleshooting },
        _ => ask,
    };

    private static UnderstoodRequest ToProposal(UnderstoodRequest ask, OpenAsk top)
    {
        var said = Confirmations.Read(ask.Ask);
        var (words, isQuestion) = (ask.Ask.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, ask.Ask.TrimEnd().EndsWith('?'));
        // "What happens to the money then?" asks about the proposal; "could you make it the blue one?" corrects it.
        if (isQuestion && ask.Intent == top.Request.Intent && !Request().IsMatch(ask.Ask))
            return As(ask, Intents.AskBack);
        var isAnswer = ask.Intent is Intents.Affirm or Intents.Deny
            || said.Accepts is not null && !isQuestion && (said.HasMore ? words <= LongestCorrection && ask.Slots.OrderIds is null : words <= ShortReplyWords);
        if (!isAnswer)
            return ask;
        if (!said.HasMore)
            return said.Accepts is { } accepts ? As(ask, accepts ? Intents.Affirm : Intents.Deny) : ask;
        // A "no" that turns out to correct nothing is still a no.
        return ask.Intent != top.Request.Intent && AwaitedSlots.Switches(ask, top) ? ask
            : As(ask, top.Request.Intent) with { Agent = top.Agent, Alternative = said.Accepts == false ? Intents.Deny : null };
    }

    /// <summary>"No" to "which order?" leaves it; "I don't need it any more" and "by mistake, sorry" do not, though they sound like it.</summary>
    private static UnderstoodRequest ToQuestion(UnderstoodRequest ask, OpenAsk top)
    {
        if (ask.Intent is not (Intents.Deny or Intents.NeverMind))
            return ask;
        return Confirmations.Read(ask.Ask) is { Accepts: false, HasMore: false } ? As(ask, Intents.NeverMind)
            : Unneeded().IsMatch(ask.Ask) || AwaitedSlots.Names(top.Awaiting, ask.Slots) ? As(ask, top.Request.Intent) with { Agent = top.Agent }
            : ask;
    }

    /// <summary>The address that changes is the order's where an order is named; and what only names an order asks how it stands.</summary>
    private static UnderstoodRequest AboutOrder(UnderstoodRequest ask, DialogueState dialogue)
    {
        var namesOrder = ask.Slots is { OrderIds.Count: > 0 } or { OrderReference: not null };
        if (ask.Intent == Intents.ChangeProfileAddress && (namesOrder || dialogue.Focus.OrderId is not null && ItsAddress().IsMatch(ask.Ask)))
            return As(ask, Intents.ChangeOrderAddress) with { Agent = AgentNames.Orders };
        return ask.Slots.OrderIds is { Count: > 0 } && (ask.Agent == AgentNames.Unknown || ask is { Confidence: < DialogueRouter.Unsure, Alternative: not null })
            ? As(ask, Intents.OrderStatus) with { Agent = AgentNames.Orders }
            : ask;
    }

    private static UnderstoodRequest As(UnderstoodRequest ask, string intent) => ask with { Intent = intent, Confidence = 1, Alternative = null };

    [GeneratedRegex(@"^\W*(ok|okay|oh|ah|hm+|right|well|alright)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Nod();

    [GeneratedRegex(@"^\W*((so|and|but|please)\W+)*(what (does (it|that) (want|mean)|(can|should|shall|must|do) i do|is (it|wrong|that|happening|going on)|now)|any (idea|ideas|advice|tips)|can you help( me)?|how (can|do) i (fix|solve|repair) (it|that|this))( (now|then|next|about it|with it|please))?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex BareQuestion();

    [GeneratedRegex(@"^\W*(when|until when|what (time|hours|number)|which (number|hours)|how (late|early))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex When();

    [GeneratedRegex(@"\b(can|could|would) (you|we|i)\b|\binstead\b|\bmake (it|that)\b|\bwhat about\b|\bhow about\b", RegexOptions.IgnoreCase)]
    private static partial Regex Request();

    [GeneratedRegex(@"\b(need|needed|want|wanted)\b|\bno longer\b|\bany ?more\b|\b(by|a) mistake\b|\baccident", RegexOptions.IgnoreCase)]
    private static partial Regex Unneeded();

    [GeneratedRegex(@"\b(its|it'?s|the order'?s|that order'?s) (delivery |shipping )?address\b|\baddress (of|for|on) (it|that|this|the order)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ItsAddress();
}
