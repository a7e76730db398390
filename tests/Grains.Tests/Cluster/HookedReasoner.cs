using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Tests.Cluster;

/// <summary>The built-in reasoner, before which a test can come: hold a specialist, or let it fail.</summary>
public sealed class HookedReasoner(BuiltInReasoner inner, ReasonerHooks hooks) : IReasoner
{
    public async IAsyncEnumerable<ConversationEntry> Run(AgentDefinition agent, AgentTask task, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await hooks.Run(agent.Name, task.Who.CustomerId!);
        await foreach (var entry in inner.Run(agent, task, cancellationToken))
            yield return entry;
    }
}

/// <summary>What runs before a specialist does its part for a customer.</summary>
public sealed class ReasonerHooks
{
    private readonly ConcurrentDictionary<(string Agent, string CustomerId), Func<Task>> _before = new();

    public void Before(string agent, string customerId, Func<Task> action) => _before[(agent, customerId)] = action;

    internal Task Run(string agent, string customerId) => _before.TryGetValue((agent, customerId), out var action) ? action() : Task.CompletedTask;
}
