using SupportAgents.Agents;
using SupportAgents.Conversations;

namespace SupportAgents.Grains.Reasoning.Models;

/// <summary>
/// What needs no model: the customer's yes or no to a proposal, and the pick of a button. It is done by the built-in
/// skills, with the model at hand or away; the remaining asks go on from there.
/// </summary>
public static class Settlement
{
    /// <summary>The task of the built-in reasoner that settles, or null when there is nothing to settle.</summary>
    public static AgentTask? Of(AgentTask task)
    {
        var (message, answers) = (task.Message, task.Answers);
        if (answers is null)
            return message.Confirm is not null || DialogueChoices.ProposalOf(message.Choice) is not null ? Alone(task) : null;
        var said = Said(task, answers);
        if (answers.Proposal is { } proposal && said is { } accept)
        {
            if (!ModelAsks.IsFromModel(answers))
                return Alone(task);
            var request = task.Requests[0] with { Intent = accept ? Intents.Affirm : Intents.Deny };
            return Alone(task) with
            {
                Requests = [request],
                Answers = null,
                Message = message with { Choice = null, Confirm = new Confirmation { ProposalId = proposal.Id, Accept = accept } },
            };
        }
        return message.Choice is not null || answers.Proposal is null && task.Requests[0].Intent == Intents.NeverMind ? Alone(task) : null;
    }

    /// <summary>The report in the words of the ask that was settled.</summary>
    public static AgentReport Told(AgentTask task, AgentReport report)
    {
        if (task.Answers is not { Proposal: not null } open || !ModelAsks.IsFromModel(open))
            return report;
        var lines = report.Requests.Select(line => line with
        {
            Ask = open.Request.Ask,
            Intent = open.Request.Intent,
            Status = Said(task, open) == false ? RequestStatus.Declined : line.Status,
            Reason = Said(task, open) == false ? "you decided against it" : line.Reason,
        });
        // What is asked anew, since the records changed, is the same ask still.
        var asked = report.Dialogue.OpenAsks.Select(ask => ask.Proposal is null ? ask : ask with { Request = open.Request, State = ModelAsks.Mark });
        return report with { Requests = [.. lines], Dialogue = report.Dialogue with { OpenAsks = [.. asked] } };
    }

    /// <summary>What is left to do: the other asks of the message, and the ask whose turn comes; null when nothing is.</summary>
    public static AgentTask? Rest(AgentDefinition agent, AgentTask task, AgentReport? settled)
    {
        if (settled is null)
            return task;
        var kept = task.Dialogue.OpenAsks.Where(ask => ask.Agent != agent.Name || ask.Id != task.Answers?.Id).ToList();
        kept.AddRange(settled.Dialogue.OpenAsks.Where(ask => !kept.Exists(one => one.Id == ask.Id)));
        var asks = task.Requests.Skip(1).ToList();
        var isBlocked = kept.Exists(ask => ask.Agent == agent.Name && ask.Proposal is not null);
        if (!isBlocked && settled.Requests.All(line => line.Status != RequestStatus.Waiting) && kept.Find(ask => ask.Agent == agent.Name && ask.Awaiting == OpenAsk.Deferred) is { } next)
        {
            kept.Remove(next);
            asks.Add(next.Request);
        }
        if (asks.Count == 0)
            return null;
        return task with
        {
            Requests = asks,
            Answers = null,
            Message = new CustomerMessage { MessageId = task.Message.MessageId, Text = task.Message.Text },
            Dialogue = settled.Dialogue with { OpenAsks = kept },
            Earlier = [.. task.Earlier, settled],
        };
    }

    /// <summary>A model's open question means nothing to a skill: the ask is put anew, with what the answer adds.</summary>
    public static AgentTask ForBuiltIn(AgentTask task)
    {
        if (task.Answers is not { } open || !ModelAsks.IsFromModel(open))
            return task;
        var answer = task.Requests[0];
        var anew = open.Request with { Ask = $"{open.Request.Ask}. {answer.Ask}", Slots = answer.Slots.With(open.Request.Slots) };
        return task with
        {
            Requests = [anew, .. task.Requests.Skip(1)],
            Answers = null,
            Dialogue = task.Dialogue with { OpenAsks = [.. task.Dialogue.OpenAsks.Where(ask => ask.Id != open.Id)] },
        };
    }

    /// <summary>Both parts as one report.</summary>
    public static AgentReport Join(AgentReport? settled, AgentReport rest) => settled is null ? rest : rest with
    {
        Reply = $"{settled.Reply}\n\n{rest.Reply}".Trim(),
        Requests = [.. settled.Requests, .. rest.Requests],
        Citations = [.. settled.Citations.Concat(rest.Citations).Distinct()],
        HandOffReason = settled.HandOffReason ?? rest.HandOffReason,
    };

    /// <summary>The customer's word on the open proposal; null when the message says neither yes nor no.</summary>
    private static bool? Said(AgentTask task, OpenAsk open) =>
        open.Proposal is not { } proposal ? null
        : task.Message.Confirm is { } confirm ? confirm.ProposalId == proposal.Id ? confirm.Accept : null
        : task.Message.Choice is { } choice ? choice == DialogueChoices.Accept(proposal.Id) ? true : choice == DialogueChoices.Decline(proposal.Id) ? false : null
        : task.Requests[0].Intent switch
        {
            Intents.Affirm => true,
            Intents.Deny or Intents.NeverMind => false,
            _ => null,
        };

    /// <summary>The first ask alone, with what it answers.</summary>
    private static AgentTask Alone(AgentTask task) => task with
    {
        Requests = [task.Requests[0]],
        Dialogue = task.Dialogue with { OpenAsks = task.Answers is { } answers && !ModelAsks.IsFromModel(answers) ? [answers] : [] },
    };
}
