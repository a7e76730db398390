using SupportAgents.Conversations;
using SupportAgents.Identity;

namespace SupportAgents.Agents;

/// <summary>
/// The supervisor of one conversation, keyed by its id: finds everything that was asked, delegates, and joins the
/// reports. Holds nothing between turns.
/// </summary>
[Alias("supervisor")]
public interface ISupervisorGrain : IGrainWithStringKey
{
    /// <summary>
    /// Does one turn. The stream tells what happens and ends with exactly one <see cref="AgentSaid"/>. Streams are not
    /// serialised by Orleans: the conversation runs one at a time.
    /// </summary>
    [Alias("handle")]
    IAsyncEnumerable<ConversationEntry> Handle(SupervisorTask task, CancellationToken cancellationToken = default);

    /// <summary>What it would make of this text, without doing anything.</summary>
    [Alias("understand")]
    Task<UnderstoodMessage> Understand(Principal who, string text, CancellationToken cancellationToken = default);
}

/// <summary>A specialist of one conversation, keyed by its id. Its class is its kind.</summary>
[Alias("specialist")]
public interface ISpecialistGrain : IGrainWithStringKey
{
    /// <summary>Does its part. The stream tells what happens and ends with exactly one <see cref="AgentReported"/>.</summary>
    [Alias("handle")]
    IAsyncEnumerable<ConversationEntry> Handle(AgentTask task, CancellationToken cancellationToken = default);
}

/// <summary>Orders: status, tracking, changes, returns, exchanges, refunds.</summary>
[Alias("orders-agent")]
public interface IOrdersAgentGrain : ISpecialistGrain;

/// <summary>Products: search, details, stock, comparison, recommendations.</summary>
[Alias("recommendations-agent")]
public interface IRecommendationsAgentGrain : ISpecialistGrain;

/// <summary>Trouble with products, warranty, how-to, shop policy: everything that knowledge answers.</summary>
[Alias("troubleshooting-agent")]
public interface ITroubleshootingAgentGrain : ISpecialistGrain;

/// <summary>The customer's own account: profile, preferences, browsing.</summary>
[Alias("personalization-agent")]
public interface IPersonalizationAgentGrain : ISpecialistGrain;
