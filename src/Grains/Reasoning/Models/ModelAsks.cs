using System.Text.RegularExpressions;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Specialists.Troubleshooting;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Reasoning.Models;

/// <summary>The report of a part that a model did: a line for each ask, by what the tools did about it, and what stays open.</summary>
public static partial class ModelAsks
{
    private const string NextReason = "comes next, when the request before it is settled";

    /// <summary>The state of asks that a model left open.</summary>
    public static JsonText Mark { get; } = new("""{"by":"model"}""");

    /// <summary>True for an ask that a model left open: no skill of the built-in reasoner knows its state.</summary>
    public static bool IsFromModel(OpenAsk? ask) => ask is not null && ask.State.Json.Contains("\"by\"", StringComparison.Ordinal) && ask.State.Json.Contains("\"model\"", StringComparison.Ordinal);

    /// <summary>The report over the asks of the session's task.</summary>
    public static AgentReport Report(ToolSession session, Replies replies)
    {
        var task = session.Task;
        var asks = task.Answers is { } answered ? [Continued(answered, task.Requests[0]), .. task.Requests.Skip(1)] : task.Requests;
        var proposal = session.Proposed?.Result.Proposal;
        var proposing = session.Proposed is { } use ? Owner(asks, session.Brief.IntentOf(use.Tool)) : -1;
        var isQuestion = proposal is null && IsQuestion(session.Reply);
        var lines = new List<RequestLine>();
        var open = task.Dialogue.OpenAsks.Where(ask => ask.Agent == session.Agent.Name && ask.Id != task.Answers?.Id && ask.Awaiting != OpenAsk.Reply).ToList();
        for (var i = 0; i < asks.Count; i++)
        {
            var (status, reason) = i == proposing ? (RequestStatus.Waiting, "waiting for your answer: confirmation") : Outcome(session, asks[i], proposing >= 0 || session.Waiting is not null, isQuestion && i == asks.Count - 1);
            lines.Add(new RequestLine { Ask = asks[i].Ask, Agent = session.Agent.Name, Intent = asks[i].Intent, Status = status, Reason = reason });
            if (reason == NextReason)
                open.Add(Open(session, asks[i], OpenAsk.Deferred, ""));
        }
        if (isQuestion && session.HandOffReason is null)
            open.Add(Open(session, asks[^1], OpenAsk.Reply, LastSentence(session.Reply)) with { Asked = 2 });
        if (proposal is not null)
            open.Add(Open(session, asks[proposing] with { Intent = session.Brief.IntentOf(session.Proposed!.Tool) ?? asks[proposing].Intent }, OpenAsk.Confirmation, $"{proposal.Summary} Shall I go ahead?") with { Proposal = proposal, Choices = Choices(proposal, replies) });
        return new AgentReport
        {
            Agent = session.Agent.Name,
            Reply = proposal is null || session.Reply.Contains('?', StringComparison.Ordinal) ? session.Reply : $"{session.Reply}\n\n{proposal.Summary} Shall I go ahead?",
            Requests = lines,
            Proposal = proposal,
            Choices = proposal is null ? [] : Choices(proposal, replies),
            Citations = Citations(session),
            Dialogue = task.Dialogue with { OpenAsks = open, Focus = Focus(session) },
            Mode = AnswerMode.Model,
            Usage = session.Usage,
            HandOffReason = session.HandOffReason,
        };
    }

    private static UnderstoodRequest Continued(OpenAsk open, UnderstoodRequest answer) =>
        open.Request with { Slots = answer.Slots.With(open.Request.Slots) };

    private static int Owner(IReadOnlyList<UnderstoodRequest> asks, string? intent)
    {
        var own = asks.ToList().FindIndex(ask => ask.Intent == intent);
        return Math.Max(own, 0);
    }

    private static (RequestStatus, string?) Outcome(ToolSession session, UnderstoodRequest ask, bool isBlocked, bool isAsked)
    {
        if (session.HandOffReason is not null)
            return (RequestStatus.HandedOff, "a person takes over");
        var tool = session.Brief.Proposing.GetValueOrDefault(ask.Intent);
        var own = session.Uses.Where(use => tool is null || use.Tool == tool).ToList();
        if (tool is not null && isBlocked && (own.Count == 0 || own[^1].Result.Refusal?.Code == "proposal_waits"))
            return (RequestStatus.Waiting, NextReason);
        if (own.Count > 0 && own.TrueForAll(use => use.Result.Refusal is not null))
            return (RequestStatus.Declined, own[^1].Result.Refusal!.Rule);
        if (isAsked)
            return (RequestStatus.Waiting, "waiting for your answer");
        return (RequestStatus.Done, null);
    }

    private static OpenAsk Open(ToolSession session, UnderstoodRequest ask, string awaiting, string question) =>
        new() { Id = OpenAsk.NewId(), Agent = session.Agent.Name, Request = ask, Awaiting = awaiting, Question = question, State = Mark };

    private static Choice[] Choices(Proposal proposal, Replies replies) =>
    [
        new Choice { Id = DialogueChoices.Accept(proposal.Id), Label = replies.Render("yes_do_it", 0) },
        new Choice { Id = DialogueChoices.Decline(proposal.Id), Label = replies.Render("no_leave_it", 0) },
    ];

    private static List<Citation> Citations(ToolSession session)
    {
        var hits = session.Hits.ToList();
        var named = hits.FindAll(hit => session.Reply.Contains(hit.Title, StringComparison.OrdinalIgnoreCase));
        var cited = named.Count > 0 ? named.DistinctBy(hit => hit.Title) : hits.Where(hit => hit.Coverage >= TroubleshootingTools.Fits).Take(1);
        return [.. cited.Select(hit => new Citation { DocumentId = hit.DocumentId, Title = hit.Title, Section = hit.Section }).Distinct()];
    }

    private static Focus Focus(ToolSession session)
    {
        var focus = session.Task.Dialogue.Focus;
        foreach (var use in session.Uses.Where(use => use.Result.Refusal is null && use.Arguments.ValueKind == System.Text.Json.JsonValueKind.Object))
        {
            if (use.Arguments.TryGetProperty("order_id", out var order))
                focus = focus with { OrderId = $"{order}" };
            if (use.Arguments.TryGetProperty("product_id", out var product) && product.ValueKind == System.Text.Json.JsonValueKind.String)
                focus = focus with { ProductId = $"{product}" };
        }
        return focus;
    }

    private static bool IsQuestion(string reply) => LastSentence(reply) is var last && last.TrimEnd('*', '_', ' ', ')').EndsWith('?') && !Courtesy().IsMatch(last);

    private static string LastSentence(string reply)
    {
        var text = reply.Trim();
        var end = text.TrimEnd('?', '.', '!', '*', ' ', ')').LastIndexOfAny(['.', '!', '?', '\n']);
        return text[(end + 1)..].Trim();
    }

    [GeneratedRegex(@"\b(?:anything else|help you with|else I can|did that help|does that help)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Courtesy();
}
