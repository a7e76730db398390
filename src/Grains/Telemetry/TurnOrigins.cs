using System.Collections.Concurrent;
using System.Diagnostics;

namespace SupportAgents.Grains.Telemetry;

/// <summary>
/// Remembers which request brought a message in, so that its turn, which runs later and not inside that request, belongs
/// to the same trace. It is forgotten with the activation: a turn that another silo takes up starts a trace of its own.
/// </summary>
internal sealed class TurnOrigins
{
    private readonly ConcurrentDictionary<string, (ActivityContext Parent, long Since)> _origins = new(StringComparer.Ordinal);

    /// <summary>Called while the request runs.</summary>
    public void Remember(string turnId) => _origins[turnId] = (Activity.Current?.Context ?? default, Stopwatch.GetTimestamp());

    /// <summary>Begins the turn's span; disposing ends it. Null where nobody listens.</summary>
    public Activity? Begin(string turnId, string conversationId)
    {
        // The pump runs on in the context of the request that started it, which need not be this turn's.
        Activity.Current = null;
        if (_origins.TryRemove(turnId, out var origin))
            Stage.Ended("queue", origin.Since);
        var span = SupportTelemetry.Source.StartActivity("turn", ActivityKind.Server, origin.Parent);
        return span?.SetTag("supportagents.turn.id", turnId).SetTag("gen_ai.conversation.id", conversationId);
    }
}
