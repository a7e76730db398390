using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportAgents.Conversations;
using SupportAgents.Grains.Tools;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Reasoning.Models;

/// <summary>
/// Runs the tool calls of one step: reads at the same time, writes one after the other, since only one change may wait for
/// the customer. Whatever is wrong with a call goes back to the model as a sentence.
/// </summary>
public sealed partial class ToolCalls(Toolbox toolbox, IOptions<AgentModelOptions> options, TimeProvider time, ILogger<ToolCalls> logger)
{
    /// <summary>Runs the calls; the results stand in the calls' order.</summary>
    public async Task<IReadOnlyList<(ToolCalled Entry, FunctionResultContent Result)>> Run(ToolSession session, IReadOnlyList<FunctionCallContent> calls, CancellationToken cancellationToken)
    {
        var running = new List<Task<ToolUse>>();
        Task<ToolUse>? write = null;
        foreach (var (call, position) in calls.Select((call, position) => (call, position)))
        {
            var isWrite = session.Brief.Proposing.Values.Contains(call.Name);
            var run = position >= options.Value.MaxCallsPerStep
                ? Task.FromResult(Refused(call, "too_many_calls", $"At most {options.Value.MaxCallsPerStep} calls are made at once; make this one in the next step."))
                : isWrite ? Write(session, call, write, cancellationToken) : Invoke(session, call, cancellationToken);
            write = isWrite ? run : write;
            running.Add(run);
        }
        var uses = await Task.WhenAll(running);
        return [.. uses.Zip(calls, (use, call) => Told(session, call, use))];
    }

    private (ToolCalled, FunctionResultContent) Told(ToolSession session, FunctionCallContent call, ToolUse use)
    {
        var told = ModelTools.Tell(use.Tool, use.Result, session.Task.Who, options.Value.MaxResultCharacters);
        session.Add(use, told);
        var entry = new ToolCalled
        {
            Agent = session.Agent.Name,
            Tool = use.Result.Refusal?.Code == "unknown_tool" ? "unknown" : use.Tool,
            Arguments = use.Arguments.ValueKind == JsonValueKind.Object ? new JsonText(use.Arguments.GetRawText()) : JsonText.Empty,
            Outcome = use.Result.Refusal?.Code ?? (use.Result.Proposal is null ? "ok" : "proposed"),
            Text = use.Result.Text,
        };
        return (entry, new FunctionResultContent(call.CallId, told));
    }

    private async Task<ToolUse> Write(ToolSession session, FunctionCallContent call, Task<ToolUse>? before, CancellationToken cancellationToken)
    {
        var earlier = before is null ? null : await before;
        var waiting = earlier?.Result.Proposal ?? session.Proposed?.Result.Proposal ?? session.Waiting;
        return waiting is null || session.Proposed?.Tool == call.Name && earlier?.Result.Proposal is null
            ? await Invoke(session, call, cancellationToken)
            : Refused(call, "proposal_waits", $"One change waits for the customer's answer already: {waiting.Summary} This one comes next, when that is settled; tell the customer so.");
    }

    private async Task<ToolUse> Invoke(ToolSession session, FunctionCallContent call, CancellationToken cancellationToken)
    {
        if (!session.Brief.Tools.Contains(call.Name))
            return Refused(call, "unknown_tool", "There is no such tool.");
        if (!TryRead(call, out var arguments, out var wrong))
            return Refused(call, "invalid_arguments", $"The arguments are not valid: {wrong}.");
        using var timeout = new CancellationTokenSource(options.Value.ToolTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var result = await toolbox.Invoke(new ToolContext(session.Task.Who, session.Task.ConversationId), call.Name, arguments, both.Token);
            return new ToolUse(call.Name, arguments, result);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            ToolFailed(e, call.Name);
            return new ToolUse(call.Name, arguments, ToolResult.Refused("unavailable", "The tool did not work just now.", "Try it once more, or tell the customer that this part is not available at the moment."));
        }
    }

    private bool TryRead(FunctionCallContent call, out JsonElement arguments, out string wrong)
    {
        (arguments, wrong) = (default, "they cannot be read");
        if (call.Exception is not null)
            return false;
        try
        {
            arguments = JsonSerializer.SerializeToElement(call.Arguments ?? new Dictionary<string, object?>(), AIJsonUtilities.DefaultOptions);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException)
        {
            return false;
        }
        wrong = $"they are longer than {options.Value.MaxArgumentCharacters} characters";
        if (arguments.GetRawText().Length <= options.Value.MaxArgumentCharacters)
            return true;
        // They are not sent back to the model either.
        (arguments, call.Arguments) = (default, null);
        return false;
    }

    private static ToolUse Refused(FunctionCallContent call, string code, string rule) => new(call.Name, default, ToolResult.Refused(code, rule));

    [LoggerMessage(LogLevel.Warning, "The tool {Tool} failed")]
    private partial void ToolFailed(Exception exception, string tool);
}
