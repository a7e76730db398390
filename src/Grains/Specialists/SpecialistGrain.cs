using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Specialists;

/// <summary>A specialist: the reasoner at work on its definition. It keeps nothing between turns; the conversation does.</summary>
public abstract class SpecialistGrain(IReasoner reasoner, AgentDefinition definition) : Grain, ISpecialistGrain
{
    /// <inheritdoc/>
    public IAsyncEnumerable<ConversationEntry> Handle(AgentTask task, CancellationToken cancellationToken = default) =>
        reasoner.Run(definition, task, cancellationToken);
}
