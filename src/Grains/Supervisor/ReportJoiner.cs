using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning.Checks;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Grains.Supervisor;

/// <summary>
/// Joins the reports of several specialists in the words of a model, checked against the reports. Where the model fails or
/// leaves something out that waits for the customer, the reports stand one after the other.
/// </summary>
public sealed partial class ReportJoiner(IChatClient? model, IOptions<AgentModelOptions> options, TimeProvider time, ILogger<ReportJoiner> logger)
{
    private readonly Secrets _secrets = new([Prompts.Read(typeof(ReportJoiner), "JoiningPrompt")], []);

    /// <summary>True when there is more than one report that a model wrote.</summary>
    public bool IsDue(IReadOnlyList<AgentReport> reports) =>
        model is not null && reports.Count(report => report is { Mode: AnswerMode.Model, Usage.ModelCalls: > 0 }) > 1;

    /// <summary>Yields tokens and last the answer, joined.</summary>
    public async IAsyncEnumerable<ConversationEntry> Join(AgentSaid composed, SupervisorTask task, IReadOnlyList<AgentReport> reports, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Value.JoiningTime, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var evidence = EvidenceOf(reports);
        var gate = new ReplyGate(new SentenceCheck(evidence, _secrets), _secrets, options.Value.MaxReplyCharacters);
        var (usage, failed) = (composed.Answer.Usage + ModelUsage.OneCall, false);
        await using var updates = model!.GetStreamingResponseAsync(Messages(task, reports), cancellationToken: both.Token).GetAsyncEnumerator(both.Token);
        while (!gate.IsFull)
        {
            try
            {
                if (!await updates.MoveNextAsync())
                    break;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                JoiningFailed(e, task.TurnId);
                failed = true;
                break;
            }
            usage += ModelUsage.Of([updates.Current]);
            if (gate.Push(updates.Current.Text) is { Length: > 0 } text)
                yield return new TokenProduced { Agent = AgentNames.SmallTalk, Text = text };
        }
        if (gate.Flush() is { Length: > 0 } last)
            yield return new TokenProduced { Agent = AgentNames.SmallTalk, Text = last };
        var isWhole = !failed && gate is { Faults.Count: 0, Reply.Length: > 0 } && (composed.Answer.Proposal is null || gate.Reply.Contains('?', StringComparison.Ordinal));
        yield return composed with { Answer = composed.Answer with { Reply = isWhole ? gate.Reply : composed.Answer.Reply, Usage = usage } };
    }

    private Evidence EvidenceOf(IReadOnlyList<AgentReport> reports)
    {
        var evidence = new Evidence(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) { IsHandedOff = reports.Any(report => report.HandOffReason is not null) };
        foreach (var report in reports)
        {
            evidence.AddFact(report.Reply);
            evidence.AddDone(report.Reply);
            if (report.Proposal is { } proposal)
                evidence.AddProposal(ModelTools.Tell(proposal));
        }
        return evidence;
    }

    private static List<ChatMessage> Messages(SupervisorTask task, IReadOnlyList<AgentReport> reports) =>
    [
        new(ChatRole.System, Prompts.Read(typeof(ReportJoiner), "JoiningPrompt")),
        new(ChatRole.User, $"{Prompts.Data("customer_message", task.Message.Text)}\n{Prompts.Data("reports", string.Join("\n---\n", reports.Select(report => report.Reply)))}"),
    ];

    [LoggerMessage(LogLevel.Warning, "The model could not join the reports of turn {TurnId}; they stand one after the other")]
    private partial void JoiningFailed(Exception exception, string turnId);
}
