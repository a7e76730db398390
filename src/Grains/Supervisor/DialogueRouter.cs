using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Personalization.Skills;
using SupportAgents.Grains.Supervisor.Talk;

namespace SupportAgents.Grains.Supervisor;

/// <summary>
/// Decides what each ask of a message is for: an answer to the question that is open, a confirmation, a continuation of
/// what was served last, or something new. Pure: the same message in the same dialogue always goes the same way.
/// </summary>
public static class DialogueRouter
{
    /// <summary>The supervisor's own part: talk, hand-off, what was not understood.</summary>
    public const string Desk = "desk";

    /// <summary>Prefix of a choice that settles what a message meant.</summary>
    public const string MeaningPrefix = "meaning:";

    /// <summary>What the supervisor's own question waits for when "yes" could mean two proposals.</summary>
    public const string WhichProposal = "which_proposal";

    /// <summary>Below this confidence, an ask with a likely alternative is asked back.</summary>
    public const double Unsure = 0.4;

    /// <summary>Routes a message.</summary>
    public static RoutingPlan Route(CustomerMessage message, UnderstoodMessage understood, DialogueState dialogue)
    {
        var open = dialogue.OpenAsks.Where(ask => ask.Awaiting != OpenAsk.Deferred).ToList();
        if (Explicit(message, open) is { } settled)
            return new RoutingPlan([settled]);

        var routed = new List<RoutedAsk>();
        var top = open.LastOrDefault();
        var requests = MessageReading.Read(message, understood.Requests, dialogue, top);
        foreach (var asked in requests)
        {
            var request = top is null ? OfPreferences(asked, dialogue) : asked;
            var isFree = top is null or { Awaiting: OpenAsk.Offer };
            var continued = isFree && requests.Count == 1 ? FollowUps.Continue(request, message, dialogue) : null;
            routed.Add(continued is var (going, resumed) ? new RoutedAsk(OwnerOf(going), going, resumed)
                : top is not null && !routed.Exists(one => one.Answers is not null) ? Answering(request, message, open)
                : new RoutedAsk(OwnerOf(request), request, Answers: null));
        }
        return new RoutingPlan(Group(routed));
    }

    /// <summary>"Forget that" after preferences were shown or changed is about them, and not small talk.</summary>
    private static UnderstoodRequest OfPreferences(UnderstoodRequest request, DialogueState dialogue) =>
        request.Intent == Intents.NeverMind && PreferenceSentences.ForgetsThat(request.Ask) && PreferencesSkill.Words.Any(dialogue.Said.ContainsKey)
            ? request with { Agent = AgentNames.Personalization, Intent = Intents.UpdatePreferences }
            : request;

    /// <summary>A confirmation or a choice says by its id what it is for.</summary>
    private static RoutedPart? Explicit(CustomerMessage message, List<OpenAsk> open)
    {
        var proposalId = message.Confirm?.ProposalId ?? DialogueChoices.ProposalOf(message.Choice);
        if (proposalId is not null)
        {
            var ask = open.Find(one => one.Proposal?.Id == proposalId);
            var accept = message.Confirm?.Accept ?? message.Choice == DialogueChoices.Accept(proposalId);
            var intent = accept ? Intents.Affirm : Intents.Deny;
            return new RoutedPart(ask?.Agent ?? AgentNames.Orders, [Said(message, ask, intent)], ask, Waits: false);
        }
        var offered = message.Choice is null ? null : open.FindLast(one => one.Choices.Any(choice => choice.Id == message.Choice));
        if (offered is null)
            return null;
        if (!message.Choice!.StartsWith(MeaningPrefix, StringComparison.Ordinal))
            return new RoutedPart(offered.Agent, [Said(message, offered, offered.Request.Intent)], offered, Waits: false);
        var meant = offered.Request with { Intent = message.Choice[MeaningPrefix.Length..], Confidence = 1, Alternative = null };
        // What an agent's own offer had gathered goes with it.
        return OwnerOf(meant) == offered.Agent
            ? new RoutedPart(offered.Agent, [Said(message, offered, meant.Intent)], offered with { Request = meant }, Waits: false)
            : new RoutedPart(OwnerOf(meant), [meant], Answers: null, Waits: false);
    }

    private static UnderstoodRequest Said(CustomerMessage message, OpenAsk? ask, string intent) => new()
    {
        Ask = message.Text.Length > 0 ? message.Text : ask?.Choices.FirstOrDefault(choice => choice.Id == message.Choice)?.Label ?? ask?.Request.Ask ?? "your confirmation",
        Agent = ask?.Agent ?? AgentNames.Orders,
        Intent = intent,
        Confidence = 1,
    };

    private static RoutedAsk Answering(UnderstoodRequest request, CustomerMessage message, List<OpenAsk> open)
    {
        var answers = Answered(request, message, open);
        var isNew = answers is null
            // The supervisor's own question is answered once a specialist is the one to ask.
            || answers.Agent == Desk && OwnerOf(request) != Desk
            || answers.Awaiting == OpenAsk.Offer && !Takes(request, message, answers);
        // With two proposals open, the one is meant that is named: "the cancellation".
        if (open[^1].Awaiting == WhichProposal && open.FindAll(ask => ask.Proposal is not null && OpenAskNames.Named(ask, message.Text)) is [var named])
            return new RoutedAsk(named.Agent, request with { Intent = open[^1].Request.Intent }, named);
        if (isNew)
            return new RoutedAsk(OwnerOf(request), request, Answers: null);
        // What is offered may be another's to do: a person, for example.
        var owner = OwnerOf(answers!.Request);
        return answers.Awaiting == OpenAsk.Offer && owner != answers.Agent && request.Intent == Intents.Affirm
            ? new RoutedAsk(owner, answers.Request, Answers: null)
            : new RoutedAsk(answers.Agent, request, answers);
    }

    private static OpenAsk? Answered(UnderstoodRequest request, CustomerMessage message, List<OpenAsk> open)
    {
        var top = open[^1];
        var confirmable = open.FindAll(ask => ask.Proposal is not null);
        return request.Intent switch
        {
            // With two proposals open, "yes" names neither: the supervisor asks which.
            Intents.Affirm or Intents.Deny when confirmable.Count > 1 && top.Proposal is not null => null,
            Intents.Affirm when top.Proposal is null && confirmable.Count == 1 && !AwaitedSlots.IsYesNo(top.Awaiting) => confirmable[0],
            // "The blender is dry now", while steps for the watch were given last.
            _ when StepReplies.Told(message, open) is { } told && request.Agent == AgentNames.Troubleshooting => told,
            Intents.Affirm or Intents.Deny or Intents.NeverMind or Intents.AskBack => top,
            // Who asks for a person amid the steps is handed over with all that was tried.
            Intents.TalkToHuman when top is { Agent: AgentNames.Troubleshooting, Proposal: null } => top,
            Intents.Pause or Intents.WhoAreYou => null,
            _ when AwaitedSlots.Switches(request, top) => top with { Request = request, Awaiting = OpenAsk.Switched },
            // "So, about the cancellation: …" goes back to what lies below.
            _ when open.FindLast(ask => ask != top && OpenAskNames.Returns(ask, message.Text)) is { } below => below,
            _ => AwaitedSlots.Answers(request, message, top) ? top : null,
        };
    }

    /// <summary>A question is answered by "ok" and by "no"; a statement of what could be done is taken up by an outright yes only.</summary>
    private static bool Takes(UnderstoodRequest request, CustomerMessage message, OpenAsk offer)
    {
        var isQuestion = offer.Question.TrimEnd().EndsWith('?');
        return request.Intent switch
        {
            Intents.Affirm => isQuestion || Confirmations.IsOutright(message.Text),
            Intents.Deny or Intents.NeverMind => isQuestion && OwnerOf(offer.Request) == offer.Agent,
            _ => OwnerOf(request) == offer.Agent,
        };
    }

    /// <summary>
    /// Nobody is asked whether a compliment was meant; and all that the recommendation agent does is read, so that the likelier
    /// of its answers costs the customer less than a question.
    /// </summary>
    private static bool IsWorthAsking(string likelier, string other)
    {
        var (first, second) = (Intents.Agent.GetValueOrDefault(likelier), Intents.Agent.GetValueOrDefault(other));
        return second != AgentNames.SmallTalk && !(first == AgentNames.Recommendations && second == AgentNames.Recommendations);
    }

    private static string OwnerOf(UnderstoodRequest request)
    {
        if (request is { Confidence: < Unsure, Alternative: { } other } && IsWorthAsking(request.Intent, other))
            return Desk;
        var agent = Intents.Agent.GetValueOrDefault(request.Intent, AgentNames.Unknown);
        var slots = request.Slots;
        // A complaint about something goes to the agent of that thing.
        if (request.Intent == Intents.Complaint)
            return slots.OrderIds is { Count: > 0 } || slots.OrderReference is not null ? AgentNames.Orders
                : slots.Products is { Count: > 0 } ? AgentNames.Troubleshooting : Desk;
        return AgentNames.Specialists.Contains(agent) ? agent : Desk;
    }

    private static List<RoutedPart> Group(List<RoutedAsk> routed)
    {
        var parts = new List<RoutedPart>();
        foreach (var group in routed.GroupBy(one => one.Agent))
        {
            var answered = group.FirstOrDefault(one => one.Answers is not null);
            // The ask that answers an open question comes first: what it settles may let the others go on.
            var requests = group.OrderByDescending(one => one.Answers is not null).Select(one => one.Request).ToList();
            var waits = parts.Count > 0 && requests[0].Slots is { Anaphora: true, OrderIds: null, Products: null };
            parts.Add(new RoutedPart(group.Key, requests, answered?.Answers, waits));
        }
        return parts;
    }

    private sealed record RoutedAsk(string Agent, UnderstoodRequest Request, OpenAsk? Answers);
}
