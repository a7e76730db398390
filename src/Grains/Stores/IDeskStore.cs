using SupportAgents.Conversations;
using SupportAgents.Desk;

namespace SupportAgents.Grains.Stores;

/// <summary>Reads over all customers' conversations, for staff.</summary>
public interface IDeskStore
{
    /// <summary>Conversations that fit the search, latest change first.</summary>
    Task<Page<FoundConversation>> Search(ConversationSearch search, CancellationToken cancellationToken);

    /// <summary>What was measured in that span, oldest first; of one conversation in its order.</summary>
    Task<IReadOnlyList<Measured>> Measures(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}

/// <summary>A measure with its place.</summary>
public sealed record Measured(string ConversationId, DateTimeOffset At, EntryMeasure Measure);
