using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Failures;
using SupportAgents.Grains.Conversations;
using SupportAgents.Grains.Stores;
using SupportAgents.Identity;

namespace SupportAgents.Grains.Desk;

/// <inheritdoc cref="IDraftGrain"/>
public sealed class DraftGrain(IConversationStore conversations) : Grain, IDraftGrain
{
    private const int Window = 200;
    private const int Lines = 24;
    private const int MessagesTried = 6;

    /// <inheritdoc/>
    public async Task<Draft> Suggest(Principal who, string? text, CancellationToken cancellationToken = default)
    {
        if (!who.IsStaff)
            throw new SupportException(FailureKind.Forbidden, "only staff get drafts");
        var head = await conversations.Find(this.GetPrimaryKeyString(), cancellationToken) ?? throw SupportException.NotFound("conversation");
        var entries = await conversations.Read(head.Id, Math.Max(0, head.NextSeq - 1 - Window), Window, cancellationToken);
        var task = new SupervisorTask
        {
            // An id of its own: a "yes" in the conversation must not confirm what a draft proposes.
            ConversationId = $"{head.Id}.draft",
            TurnId = "draft",
            Who = Principal.Staff(who.Subject, head.CustomerId, who.Role),
            Message = new CustomerMessage { MessageId = "draft", Text = "" },
            Dialogue = new DialogueState { Focus = FocusOf(entries) },
            Recent = [.. entries.Select(HistoryItems.From).OfType<HistoryItem>().TakeLast(Lines)],
        };
        var supervisor = GrainFactory.GetGrain<ISupervisorGrain>(task.ConversationId);
        foreach (var words in text is null ? Asked(entries) : [text])
        {
            if (await Answerable(supervisor, task.Who, words, cancellationToken) is { } question)
                return await Draft(supervisor, task with { Message = task.Message with { Text = question } }, cancellationToken);
        }
        return new Draft { Reply = "" };
    }

    /// <summary>What the customer said, the newest first.</summary>
    private static IEnumerable<string> Asked(IReadOnlyList<LogEntry> entries) => entries.Reverse()
        .Select(entry => (entry.Entry as CustomerSaid)?.Message.Text).OfType<string>()
        .Where(text => !string.IsNullOrWhiteSpace(text)).Take(MessagesTried);

    /// <summary>What "it" was when the agents spoke last.</summary>
    private static Focus FocusOf(IReadOnlyList<LogEntry> entries) =>
        entries.Select(entry => (entry.Entry as AgentSaid)?.Dialogue.Focus).LastOrDefault(focus => focus is not null) ?? new Focus();

    /// <summary>
    /// The words less what a draft has no answer to: asks for a person, and the account, where the agents may write
    /// without a proposal. Null when nothing is left.
    /// </summary>
    private static async Task<string?> Answerable(ISupervisorGrain supervisor, Principal who, string words, CancellationToken cancellationToken)
    {
        var understood = (await supervisor.Understand(who, words, cancellationToken)).Requests;
        var kept = understood.Where(request => request.Agent is AgentNames.Orders or AgentNames.Troubleshooting or AgentNames.Recommendations).ToList();
        return kept.Count == 0 ? null : kept.Count == understood.Count ? words : string.Join(". ", kept.Select(request => request.Ask.Trim()));
    }

    private static async Task<Draft> Draft(ISupervisorGrain supervisor, SupervisorTask task, CancellationToken cancellationToken)
    {
        await foreach (var entry in supervisor.Handle(task, cancellationToken).WithCancellation(cancellationToken))
        {
            if (entry is not AgentSaid { Answer: var answer })
                continue;
            return new Draft
            {
                Question = task.Message.Text,
                Reply = answer.Reply,
                Agents = answer.Agents,
                Citations = answer.Citations,
                Proposal = answer.Proposal,
            };
        }
        return new Draft { Question = task.Message.Text, Reply = "" };
    }
}
