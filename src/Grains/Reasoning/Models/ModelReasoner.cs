using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportAgents.Agents;
using SupportAgents.Conversations;

namespace SupportAgents.Grains.Reasoning.Models;

/// <summary>
/// Serves a specialist's asks with a model and its tools. Where the model fails or takes too long, the built-in reasoner
/// does the same asks at once, in degraded mode; the next part tries the model again.
/// </summary>
public sealed partial class ModelReasoner(ToolLoop loop, BuiltInReasoner builtIn, IOptions<AgentModelOptions> options, TimeProvider time, ILogger<ModelReasoner> logger) : IReasoner
{
    private const string Simpler = "_I am working without my full language skills at the moment. If I missed your point, please say it in other words, or ask me for a person._";

    /// <inheritdoc/>
    public async IAsyncEnumerable<ConversationEntry> Run(AgentDefinition agent, AgentTask task, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AgentReport? settled = null;
        if (Settlement.Of(task) is { } settling)
        {
            await foreach (var entry in builtIn.Run(agent, settling, cancellationToken))
            {
                if (entry is AgentReported reported)
                    settled = Settlement.Told(task, reported.Report) with { Mode = AnswerMode.Model };
                else
                    yield return entry;
            }
        }
        if (Settlement.Rest(agent, task, settled) is not { } rest)
        {
            var others = task.Dialogue.OpenAsks.Where(ask => ask.Agent == agent.Name && ask.Id != task.Answers?.Id && ask.Awaiting != OpenAsk.Reply);
            var open = settled!.Dialogue.OpenAsks.Concat(others).DistinctBy(ask => ask.Id);
            yield return new AgentReported { Report = settled with { Dialogue = settled.Dialogue with { OpenAsks = [.. open] } } };
            yield break;
        }

        AgentReport? report = null;
        await foreach (var entry in Work(agent, rest, cancellationToken))
        {
            if (entry is AgentReported reported)
                report = Settlement.Join(settled, reported.Report);
            else
                yield return entry;
        }
        yield return new AgentReported { Report = report! };
    }

    private async IAsyncEnumerable<ConversationEntry> Work(AgentDefinition agent, AgentTask task, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var usage = new Usage();
        var failed = true;
        if (agent.Brief is { } brief && task.ModelTime is not { Ticks: <= 0 })
        {
            using var timeout = new CancellationTokenSource(task.ModelTime ?? options.Value.TurnTime, time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
            var transcript = new Transcript(task, brief, time.GetUtcNow());
            var session = new ToolSession(agent, brief, task, transcript.Evidence());
            await using var entries = loop.Run(session, transcript.Messages(options.Value.HistoryTokens), both.Token).GetAsyncEnumerator(both.Token);
            while (true)
            {
                try
                {
                    if (!await entries.MoveNextAsync())
                    {
                        failed = false;
                        break;
                    }
                }
                catch (Exception e) when (!cancellationToken.IsCancellationRequested)
                {
                    ModelFailed(e, agent.Name, e is ModelException known ? known.Failure : timeout.IsCancellationRequested ? ModelFailure.TimedOut : ModelFailure.Unavailable);
                    break;
                }
                yield return entries.Current;
            }
            usage = session.Usage;
            if (!failed)
                yield return new AgentReported { Report = ModelAsks.Report(session, agent.Replies) };
        }
        if (!failed)
            yield break;
        await foreach (var entry in builtIn.Run(agent, Settlement.ForBuiltIn(task), cancellationToken))
            yield return entry is AgentReported reported ? new AgentReported { Report = Degraded(reported.Report, usage) } : entry;
    }

    /// <summary>The customer is told where it matters: where the built-in reasoner could not help.</summary>
    private static AgentReport Degraded(AgentReport report, Usage usage) => report with
    {
        Mode = AnswerMode.Degraded,
        Usage = usage,
        Reply = report.Requests.Any(line => line.Status == RequestStatus.Failed) ? $"{report.Reply}\n\n{Simpler}" : report.Reply,
    };

    [LoggerMessage(LogLevel.Warning, "The model failed for {Agent} ({Failure}); the built-in reasoner takes over")]
    private partial void ModelFailed(Exception exception, string agent, ModelFailure failure);
}
