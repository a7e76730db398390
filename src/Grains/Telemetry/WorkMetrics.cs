using System.Diagnostics;
using System.Diagnostics.Metrics;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tools;

namespace SupportAgents.Grains.Telemetry;

/// <summary>Counts and times what agents and tools do, and the life of proposals.</summary>
public static class WorkMetrics
{
    private static readonly Histogram<double> AgentSeconds = SupportTelemetry.Seconds("supportagents.agent.duration", "A specialist's part of a turn");
    private static readonly Histogram<double> ToolSeconds = SupportTelemetry.Seconds("supportagents.tool.duration", "Tool calls");
    private static readonly Counter<long> Proposals = SupportTelemetry.Meter.CreateCounter<long>("supportagents.proposals", "{proposal}", "Proposals by kind and by what became of them");

    /// <summary>A proposal was made, or settled: <c>executed</c>, <c>declined</c> or <c>stale</c>.</summary>
    public static void Proposal(string kind, string step) => Proposals.Add(1, new("kind", kind), new("step", step));

    /// <summary>A settled proposal.</summary>
    public static void Settled(StoredProposal proposal) => Proposal(proposal.Shown.Kind, proposal.State switch
    {
        ProposalState.Executed => "executed",
        ProposalState.Declined => "declined",
        _ => "stale",
    });

    internal static void Agent(string agent, bool failed, long started) =>
        AgentSeconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new("agent", agent), new("outcome", failed ? "failed" : "ok"));

    /// <summary>Times a tool call in a span of its own, named as the conventions for generative AI have it.</summary>
    internal static async Task<ToolResult> Tool(string name, Func<Task<ToolResult>> call)
    {
        using var span = SupportTelemetry.Source.StartActivity($"execute_tool {name}");
        span?.SetTag("gen_ai.operation.name", "execute_tool").SetTag("gen_ai.tool.name", name);
        var started = Stopwatch.GetTimestamp();
        var outcome = "failed";
        try
        {
            var result = await call();
            outcome = result.Refusal is not null ? "refused" : result.Proposal is not null ? "proposed" : "ok";
            if (result.Refusal is { } refusal)
                span?.SetTag("supportagents.refusal", refusal.Code);
            if (result.Proposal is { } proposal)
                Proposal(proposal.Kind, "proposed");
            return result;
        }
        finally
        {
            ToolSeconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new("tool", name), new("outcome", outcome));
        }
    }
}
