using SupportAgents.Desk;
using SupportAgents.Failures;
using SupportAgents.Grains.Stores;
using SupportAgents.Identity;

namespace SupportAgents.Grains.Desk;

/// <inheritdoc cref="IDeskGrain"/>
public sealed class DeskGrain(IConversationStore conversations) : Grain, IDeskGrain
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<QueueItem>> Queue(Principal who, CancellationToken cancellationToken = default) =>
        who.IsStaff
            ? conversations.Queue(cancellationToken)
            : throw new SupportException(FailureKind.Forbidden, "only staff see the queue");
}
