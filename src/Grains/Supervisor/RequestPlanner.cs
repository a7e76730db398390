using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Grains.Supervisor;

/// <summary>A plan, and what finding it cost.</summary>
/// <param name="Routing">Who does what.</param>
/// <param name="Usage">Model calls and tokens; none where the built-in understanding was sure.</param>
public sealed record RequestPlan(RoutingPlan Routing, Usage Usage);

/// <summary>
/// Finds who serves a message. The built-in understanding decides where it is sure; else the supervisor's model finds the
/// asks, their intents and which needs another's result. Where the model fails, the built-in understanding stands.
/// </summary>
public sealed partial class RequestPlanner(IChatClient? model, IOptions<AgentModelOptions> options, TimeProvider time, ILogger<RequestPlanner> logger)
{
    private const double FromModel = 0.95;
    private const int HistoryItems = 6;

    /// <summary>Plans a message.</summary>
    /// <param name="task">The turn.</param>
    /// <param name="understood">What the built-in understanding makes of it.</param>
    /// <param name="understand">The built-in understanding of a single ask, for its particulars.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<RequestPlan> Plan(SupervisorTask task, UnderstoodMessage understood, Func<string, Task<UnderstoodMessage>> understand, CancellationToken cancellationToken)
    {
        var routing = DialogueRouter.Route(task.Message, understood, task.Dialogue);
        if (model is null || !IsUnsure(task, routing) || options.Value.IsSpent(new Usage(), task.Spent))
            return new RequestPlan(routing, new Usage());
        var usage = ModelUsage.OneCall;
        try
        {
            using var timeout = new CancellationTokenSource(options.Value.RoutingTime, time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
            var response = await model.GetResponseAsync(Messages(task), new ChatOptions { Tools = [PlanningTool.Declaration], ToolMode = ChatToolMode.Auto }, both.Token);
            usage += ModelUsage.Of(response.Usage);
            if (PlanningTool.Read(response) is { } planned)
                routing = await Route(task, planned, understood, understand);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            RoutingFailed(e, task.TurnId);
        }
        return new RequestPlan(routing, usage);
    }

    private bool IsUnsure(SupervisorTask task, RoutingPlan routing) =>
        task.Message is { Confirm: null, Choice: null, Text.Length: > 0 }
        && routing.Parts.Any(part => part.Answers is null && part.Requests.Any(request => request.Confidence < options.Value.SureOf));

    private static async Task<RoutingPlan> Route(SupervisorTask task, PlannedRequests planned, UnderstoodMessage understood, Func<string, Task<UnderstoodMessage>> understand)
    {
        var open = task.Dialogue.OpenAsks.LastOrDefault(ask => ask.Awaiting != OpenAsk.Deferred);
        var requests = new List<UnderstoodRequest>();
        foreach (var one in planned.Requests)
        {
            var known = understood.Requests.FirstOrDefault(request => request.Ask == one.Ask) ?? (await understand(one.Ask)).Requests[0];
            var intent = one.AnswersQuestion && open is { Proposal: null } ? open.Request.Intent : one.Intent;
            requests.Add(new UnderstoodRequest { Ask = one.Ask, Agent = Intents.Agent[intent], Intent = intent, Confidence = FromModel, Slots = known.Slots });
        }
        var routing = DialogueRouter.Route(task.Message, new UnderstoodMessage { Requests = requests }, task.Dialogue);
        return new RoutingPlan([.. routing.Parts.Select(part => part with { Wave = WaveOf(part, routing, planned, requests) })]);
    }

    /// <summary>A part runs after the parts that its asks depend on; what depends in a circle runs at once.</summary>
    private static int WaveOf(RoutedPart part, RoutingPlan routing, PlannedRequests planned, List<UnderstoodRequest> requests)
    {
        return Depth(part, []);

        int Depth(RoutedPart one, HashSet<string> seen)
        {
            if (!seen.Add(one.Agent))
                return 0;
            var needed = one.Requests.Select(request => requests.FindIndex(known => known.Ask == request.Ask)).Where(at => at >= 0)
                .SelectMany(at => planned.Requests[at].DependsOn).Where(at => at >= 0 && at < requests.Count).Select(at => requests[at])
                .Select(request => routing.Parts.FirstOrDefault(other => other.Agent != one.Agent && other.Requests.Any(known => known.Ask == request.Ask)))
                .OfType<RoutedPart>().DistinctBy(other => other.Agent).ToList();
            return needed.Count == 0 ? one.Waits ? 1 : 0 : 1 + needed.Max(other => Depth(other, [.. seen]));
        }
    }

    private static List<ChatMessage> Messages(SupervisorTask task)
    {
        var parts = new List<string>();
        if (task.Recent.Count > 0)
            parts.Add(Prompts.Data("history", string.Join('\n', task.Recent.TakeLast(HistoryItems).Select(item => $"{item.Role}: {item.Text}"))));
        if (task.Dialogue.OpenAsks.LastOrDefault(ask => ask.Awaiting != OpenAsk.Deferred) is { } open)
            parts.Add(Prompts.Data("open_question", $"{open.Question} (about: {open.Request.Ask}; intent {open.Request.Intent})"));
        parts.Add(Prompts.Data("customer_message", task.Message.Text));
        var prompt = new TextContent($"{Prompts.Read(typeof(RequestPlanner), "RoutingPrompt")}\n\n<intents>\n{string.Join('\n', Intents.Agent.GroupBy(pair => pair.Value).Select(group => $"{group.Key}: {string.Join(", ", group.Select(pair => pair.Key))}"))}\n</intents>")
        {
            AdditionalProperties = new() { [Transcript.CacheMark] = true },
        };
        return [new ChatMessage(ChatRole.System, [prompt]), new ChatMessage(ChatRole.User, string.Join('\n', parts))];
    }

    [LoggerMessage(LogLevel.Warning, "The model could not route turn {TurnId}; the built-in understanding does")]
    private partial void RoutingFailed(Exception exception, string turnId);
}
