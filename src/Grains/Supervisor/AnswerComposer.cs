using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Supervisor;

/// <summary>Joins the specialists' reports into one answer, and their dialogues into one.</summary>
public static class AnswerComposer
{
    /// <summary>A question is put again once after an interruption; then the customer has gone on to something else.</summary>
    private const int TimesAsked = 2;

    /// <summary>The answer that ends the turn.</summary>
    public static AgentSaid Compose(SupervisorTask task, RoutingPlan plan, IReadOnlyList<AgentReport> reports, DateTimeOffset now)
    {
        var ordered = plan.InOrder(reports).ToList();
        var dialogue = Merge(task.Dialogue, ordered, now);
        var reply = string.Join("\n\n", ordered.Select(report => report.Reply).Where(text => text.Length > 0));
        var asked = ordered.FirstOrDefault(report => report.Proposal is not null) ?? ordered.FirstOrDefault(report => report.Choices.Count > 0);
        var handedOff = ordered.Exists(report => report.HandOffReason is not null);
        // An offer of what could be done next asks nothing.
        var isAsking = asked?.Proposal is not null || ordered.SelectMany(report => report.Requests).Any(line => line.Status == RequestStatus.Waiting);

        var reminder = isAsking || handedOff ? null : dialogue.OpenAsks.LastOrDefault(ask => ask.Awaiting != OpenAsk.Deferred && ask.Asked < TimesAsked);
        if (reminder is not null)
        {
            reply = $"{reply}\n\nBack to “{reminder.Request.Ask.Trim()}”: {reminder.Question}";
            dialogue = dialogue with { OpenAsks = [.. dialogue.OpenAsks.Select(ask => ask == reminder ? ask with { Asked = ask.Asked + 1 } : ask)] };
        }

        var proposal = reminder?.Proposal ?? asked?.Proposal;
        var lines = ordered.SelectMany(report => report.Requests).Select(Attribute).ToList();
        return new AgentSaid
        {
            TurnId = task.TurnId,
            Dialogue = dialogue,
            Answer = new Answer
            {
                ConversationId = task.ConversationId,
                MessageId = task.Message.MessageId,
                Reply = reply,
                Status = handedOff ? AnswerStatus.HandedOff
                    : proposal is not null ? AnswerStatus.AwaitingConfirmation
                    : isAsking || reminder is not null ? AnswerStatus.NeedsInput
                    : lines.Count > 0 && lines.TrueForAll(line => line.Status == RequestStatus.Failed) ? AnswerStatus.Failed
                    : AnswerStatus.Answered,
                Agents = [.. ordered.Select(report => report.Agent).Where(agent => agent != DialogueRouter.Desk)],
                Requests = lines,
                Proposal = proposal,
                Choices = reminder?.Choices ?? asked?.Choices ?? [],
                Citations = [.. ordered.SelectMany(report => report.Citations).Distinct()],
                Mode = ModeOf(ordered),
                Usage = ordered.Aggregate(new Usage(), (sum, report) => sum + report.Usage),
            },
        };
    }

    /// <summary>The report of a specialist that could not be reached.</summary>
    public static AgentReport Gap(RoutedPart part, DialogueState dialogue)
    {
        var results = part.Requests.Select(request => (request, Result: SkillFailure.Of(request))).ToList();
        return new AgentReport
        {
            Agent = part.Agent,
            Reply = string.Join("\n\n", results.Select(one => one.Result.Reply)),
            Requests = [.. results.Select(one => new RequestLine { Ask = one.request.Ask, Agent = part.Agent, Intent = one.request.Intent, Status = RequestStatus.Failed, Reason = one.Result.Reason })],
            Dialogue = dialogue with { OpenAsks = [.. dialogue.OpenAsks.Where(ask => ask.Agent == part.Agent)] },
        };
    }

    /// <summary>The worst of the specialists; the supervisor's own words need no model.</summary>
    private static AnswerMode ModeOf(List<AgentReport> reports) =>
        reports.Where(report => report.Agent != DialogueRouter.Desk).Select(report => report.Mode).DefaultIfEmpty(AnswerMode.BuiltIn).Max();

    /// <summary>What the supervisor answers itself is small talk, a person's or nobody's in the eyes of a client.</summary>
    private static RequestLine Attribute(RequestLine line) =>
        line.Agent == DialogueRouter.Desk ? line with { Agent = Intents.Agent.GetValueOrDefault(line.Intent, AgentNames.Unknown) } : line;

    private static DialogueState Merge(DialogueState before, List<AgentReport> reports, DateTimeOffset now)
    {
        var agents = reports.Select(report => report.Agent).ToHashSet();
        var known = before.OpenAsks.ToDictionary(ask => ask.Id);
        var kept = before.OpenAsks.Where(ask => !agents.Contains(ask.Agent));
        var open = reports.SelectMany(report => report.Dialogue.OpenAsks).ToList();
        // What was asked in this turn goes on top; what was open before keeps its place below.
        var stack = kept.Concat(open.Where(ask => !IsAskedNow(ask, known))).Where(ask => IsStillOpen(ask, now))
            .Concat(open.Where(ask => IsAskedNow(ask, known)));
        var said = new Dictionary<string, int>(before.Said);
        foreach (var (key, count) in reports.SelectMany(report => report.Dialogue.Said))
            said[key] = Math.Max(count, said.GetValueOrDefault(key));
        return new DialogueState
        {
            Focus = reports.Select(report => report.Dialogue.Focus).LastOrDefault(focus => focus != before.Focus) ?? before.Focus,
            OpenAsks = [.. stack],
            Said = said,
        };
    }

    private static bool IsAskedNow(OpenAsk ask, Dictionary<string, OpenAsk> known) =>
        !known.TryGetValue(ask.Id, out var before) || before.Asked != ask.Asked || before.Awaiting != ask.Awaiting || before.Question != ask.Question;

    /// <summary>The supervisor's own questions are for the very next message; proposals live until they expire.</summary>
    private static bool IsStillOpen(OpenAsk ask, DateTimeOffset now) =>
        ask.Agent != DialogueRouter.Desk && (ask.Proposal is { } proposal ? proposal.ExpiresAt > now : ask.Asked <= TimesAsked);
}
