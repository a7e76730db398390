using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Placement;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Failures;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Reasoning.Models;
using SupportAgents.Grains.Specialists.Personalization;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Supervisor.Talk;
using SupportAgents.Grains.Telemetry;
using SupportAgents.Identity;

namespace SupportAgents.Grains.Supervisor;

/// <inheritdoc cref="ISupervisorGrain"/>
[PreferLocalPlacement]
public sealed partial class SupervisorGrain(
    IUnderstanding understanding,
    KnowledgeReading knowledge,
    RequestPlanner planner,
    ReportJoiner joiner,
    BuiltInReasoner builtIn,
    [FromKeyedServices(DialogueRouter.Desk)] AgentDefinition desk,
    IOrderStore orders,
    ICatalogStore catalog,
    CustomerContextReader contexts,
    IOptions<AgentModelOptions> options,
    TimeProvider time,
    ILogger<SupervisorGrain> logger) : Grain, ISupervisorGrain
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<ConversationEntry> Handle(SupervisorTask task, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var started = time.GetTimestamp();
        var told = task.Message.Text;
        task = task with { Message = task.Message with { Text = Backstory.Without(told) } };
        var context = await Context(task.Who, task.Dialogue, cancellationToken);
        var understood = await Understand(task.Message.Text, context, cancellationToken);
        if (told != task.Message.Text)
            understood = Backstory.Complete(understood, await Understand(told, context, cancellationToken));
        understood = await knowledge.Read(task.Message, understood, task.Dialogue, cancellationToken);
        var (plan, planned) = await planner.Plan(task, understood, ask => Understand(ask, context, cancellationToken), cancellationToken);
        yield return new Planned { Requests = plan.Requests };

        var reports = new List<AgentReport>();
        var delegated = Stopwatch.GetTimestamp();
        // Of several voices at once nobody could read a word: their joined reply is streamed instead.
        var isOneVoice = plan.Parts.Count(part => part.Agent != DialogueRouter.Desk) < 2;
        foreach (var wave in plan.Parts.GroupBy(part => part.Wave).OrderBy(wave => wave.Key))
        {
            var dialogue = reports.Aggregate(task.Dialogue, (merged, report) => merged with { Focus = report.Dialogue.Focus });
            var left = options.Value.TurnTime - time.GetElapsedTime(started);
            var spent = reports.Aggregate(planned, (sum, report) => sum + report.Usage);
            await foreach (var entry in RunTogether([.. wave], task with { Dialogue = dialogue }, [.. reports], left, spent, cancellationToken))
            {
                if (entry is AgentReported reported)
                    reports.Add(reported.Report);
                else if (isOneVoice || entry is not TokenProduced)
                    yield return entry;
            }
        }

        Stage.Ended("agents", delegated);
        using var composing = Stage.Begin("compose");
        var answer = AnswerComposer.Compose(task, plan, reports, time.GetUtcNow());
        if (reports.Find(report => report.HandOffReason is not null) is { } handOff)
            yield return new HandedOff { Reason = handOff.HandOffReason!, Package = HandOffPackage.Of(task, answer) };
        answer = answer with { Answer = answer.Answer with { Usage = planned + answer.Answer.Usage } };
        // With the call that routed, one more would be one too many.
        if (planned.ModelCalls > 0 || !joiner.IsDue(reports) || time.GetElapsedTime(started) > options.Value.TurnTime || options.Value.IsSpent(answer.Answer.Usage, task.Spent))
        {
            yield return answer;
            yield break;
        }
        await foreach (var entry in joiner.Join(answer, task, plan.InOrder(reports), cancellationToken))
            yield return entry;
    }

    /// <inheritdoc/>
    public async Task<UnderstoodMessage> Understand(Principal who, string text, CancellationToken cancellationToken = default) =>
        await Understand(text, await Context(who, DialogueState.Empty, cancellationToken), cancellationToken);

    /// <summary>What every part of a message is understood with; read once for all of them.</summary>
    private async Task<UnderstandingContext> Context(Principal who, DialogueState dialogue, CancellationToken cancellationToken) => new()
    {
        Dialogue = dialogue,
        Orders = who.CustomerId is { } customerId ? await orders.List(customerId, cancellationToken) : [],
        Products = await catalog.List(cancellationToken),
        Now = time.GetUtcNow(),
    };

    private async Task<UnderstoodMessage> Understand(string text, UnderstandingContext context, CancellationToken cancellationToken)
    {
        using var span = SupportTelemetry.Source.StartActivity("understand");
        using var stage = Stage.Begin("understand");
        return await understanding.Understand(text, context, cancellationToken);
    }

    private async IAsyncEnumerable<ConversationEntry> RunTogether(RoutedPart[] parts, SupervisorTask task, AgentReport[] earlier, TimeSpan modelTime, Usage spent, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var entries = Channel.CreateUnbounded<ConversationEntry>(new UnboundedChannelOptions { SingleReader = true });
        var running = Task.WhenAll(parts.Select(part => RunPart(part, task, earlier, modelTime, spent, entries.Writer, cancellationToken)));
        var closing = Close(running, entries.Writer);
        await foreach (var entry in entries.Reader.ReadAllAsync(cancellationToken))
            yield return entry;
        await closing;
    }

    private static async Task Close(Task running, ChannelWriter<ConversationEntry> writer)
    {
        try
        {
            await running;
            writer.Complete();
        }
        catch (Exception e)
        {
            writer.Complete(e);
        }
    }

    /// <summary>Runs one part. A specialist that fails becomes a report that names the gap, unless the cluster failed and the turn is tried again.</summary>
    private async Task RunPart(RoutedPart part, SupervisorTask task, AgentReport[] earlier, TimeSpan modelTime, Usage spent, ChannelWriter<ConversationEntry> writer, CancellationToken cancellationToken)
    {
        using var span = SupportTelemetry.Source.StartActivity($"invoke_agent {part.Agent}");
        span?.SetTag("gen_ai.operation.name", "invoke_agent").SetTag("gen_ai.agent.name", part.Agent);
        var (started, failed) = (Stopwatch.GetTimestamp(), true);
        try
        {
            if (task.Who.IsVisitor && VisitorRules.NeedsAccount(part.Agent))
            {
                await writer.WriteAsync(new AgentReported { Report = VisitorRules.Refuse(part, task.Dialogue) }, cancellationToken);
                failed = false;
                return;
            }
            if (part.Agent != DialogueRouter.Desk)
                await writer.WriteAsync(new AgentStarted { Agent = part.Agent }, cancellationToken);
            var agentTask = new AgentTask
            {
                ConversationId = task.ConversationId,
                TurnId = task.TurnId,
                Who = task.Who,
                Requests = part.Requests,
                Message = task.Message,
                Dialogue = task.Dialogue,
                Answers = part.Answers,
                Recent = task.Recent,
                Earlier = earlier,
                ModelTime = modelTime,
                Summary = task.Summary,
                Spent = task.Spent,
                SpentInTurn = spent,
                Customer = await contexts.Read(part.Agent, task.Who.CustomerId, cancellationToken),
            };
            await foreach (var entry in Stream(agentTask, part.Agent, cancellationToken).WithCancellation(cancellationToken))
                await writer.WriteAsync(entry, cancellationToken);
            failed = false;
        }
        catch (Exception e) when (!MustEnd(e, task, cancellationToken))
        {
            SpecialistFailed(e, part.Agent, task.TurnId);
            await writer.WriteAsync(new AgentReported { Report = AnswerComposer.Gap(part, task.Dialogue) }, cancellationToken);
        }
        finally
        {
            WorkMetrics.Agent(part.Agent, failed, started);
        }
    }

    private static bool MustEnd(Exception failure, SupervisorTask task, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested || (!task.IsLastAttempt && TransientFailures.IsOfCluster(failure, cancellationToken));

    private IAsyncEnumerable<ConversationEntry> Stream(AgentTask task, string agent, CancellationToken cancellationToken) => agent switch
    {
        AgentNames.Orders => GrainFactory.GetGrain<IOrdersAgentGrain>(task.ConversationId).Handle(task, cancellationToken),
        AgentNames.Recommendations => GrainFactory.GetGrain<IRecommendationsAgentGrain>(task.ConversationId).Handle(task, cancellationToken),
        AgentNames.Troubleshooting => GrainFactory.GetGrain<ITroubleshootingAgentGrain>(task.ConversationId).Handle(task, cancellationToken),
        AgentNames.Personalization => GrainFactory.GetGrain<IPersonalizationAgentGrain>(task.ConversationId).Handle(task, cancellationToken),
        _ => builtIn.Run(desk, task, cancellationToken),
    };

    [LoggerMessage(LogLevel.Error, "Specialist {Agent} failed in turn {TurnId}")]
    private partial void SpecialistFailed(Exception exception, string agent, string turnId);
}
