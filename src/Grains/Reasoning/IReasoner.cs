using SupportAgents.Agents;
using SupportAgents.Conversations;

namespace SupportAgents.Grains.Reasoning;

/// <summary>Does a specialist's part of a turn: with a model, or with the specialist's skills.</summary>
public interface IReasoner
{
    /// <summary>Yields what happens and ends with exactly one <see cref="AgentReported"/>.</summary>
    IAsyncEnumerable<ConversationEntry> Run(AgentDefinition agent, AgentTask task, CancellationToken cancellationToken);
}
