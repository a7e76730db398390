using SupportAgents.Conversations;
using SupportAgents.Failures;
using SupportAgents.Grains.Supervisor;
using SupportAgents.Identity;

namespace SupportAgents.Grains.Conversations;

public sealed partial class ConversationGrain
{
    /// <inheritdoc/>
    public async Task<ConversationSummary> HandOff(Principal who, string? reason, CancellationToken cancellationToken = default)
    {
        var log = Authorize(who);
        if (log.State.Status is ConversationStatus.Open or ConversationStatus.Closed)
            await Write(log, null, new HandedOff
            {
                Reason = string.IsNullOrWhiteSpace(reason) ? "The customer asked for a person." : reason,
                Package = HandOffPackage.Of(log.State),
            }, cancellationToken);
        return log.State.ToSummary();
    }

    /// <inheritdoc/>
    public async Task<ConversationSummary> Record(Principal who, ConversationEntry entry, CancellationToken cancellationToken = default)
    {
        var log = Authorize(who);
        if (!who.IsStaff)
            throw new SupportException(FailureKind.Forbidden, "only staff may do this");
        if (entry is not (StaffAssigned or StaffSaid or NoteAdded or HandedBack or Closed))
            throw new SupportException(FailureKind.Invalid, "this is not a staff action");
        if (entry is StaffSaid && log.State.Status is not ConversationStatus.WithPerson)
            await Write(log, null, new StaffAssigned { Name = who.Subject }, cancellationToken);
        await Write(log, null, entry, cancellationToken);
        return log.State.ToSummary();
    }

    /// <inheritdoc/>
    public async Task Rate(Principal who, int rating, string? comment, CancellationToken cancellationToken = default)
    {
        var log = Authorize(who);
        if (rating is < 1 or > 5)
            throw new SupportException(FailureKind.Invalid, "rating must be between 1 and 5");
        await Write(log, null, new Rated { Rating = rating, Comment = comment }, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task Erase(Principal who, CancellationToken cancellationToken = default)
    {
        Authorize(who);
        await _stopping.CancelAsync();
        await _pump;
        _log = null;
        await store.Erase(Id, cancellationToken);
        await snapshot.ClearStateAsync(cancellationToken);
        DeactivateOnIdle();
    }
}
