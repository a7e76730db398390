using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportAgents.Conversations;
using SupportAgents.Failures;
using SupportAgents.Grains.Stores;
using SupportAgents.Identity;

namespace SupportAgents.Grains.Conversations;

/// <inheritdoc cref="IConversationGrain"/>
public sealed partial class ConversationGrain(
    IConversationStore store,
    TurnRunner turns,
    IOptions<ConversationOptions> options,
    TimeProvider time,
    ILogger<ConversationGrain> logger,
    [PersistentState("conversation", ConversationGrain.SnapshotStorage)] IPersistentState<ConversationSnapshot> snapshot)
    : Grain, IConversationGrain, IConversationReaderGrain, IConversationCareGrain, IDisposable
{
    /// <summary>The grain storage that keeps snapshots.</summary>
    public const string SnapshotStorage = "snapshots";

    private ConversationLog? _log;

    private string Id => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (await store.Find(Id, cancellationToken) is { } head)
            await Load(head, cancellationToken);
        StartPump();
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await DrainPump(cancellationToken);
        await SaveSnapshot(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _log?.Dispose();
        _stopping.Dispose();
    }

    /// <inheritdoc/>
    public async Task<ConversationSummary> Open(Principal who, CancellationToken cancellationToken = default)
    {
        if (_log is null)
        {
            var now = time.GetUtcNow();
            var state = new ConversationState
            {
                Id = Id,
                CustomerId = who.CustomerId ?? throw new SupportException(FailureKind.Invalid, "name the customer with X-On-Behalf-Of"),
                CreatedAt = now,
                UpdatedAt = now,
            };
            await store.Create(state.ToHead(), cancellationToken);
            await Load(await store.Find(Id, cancellationToken) ?? throw SupportException.NotFound("conversation"), cancellationToken);
        }
        return Authorize(who).State.ToSummary();
    }

    /// <inheritdoc/>
    public async Task<TurnReceipt> Submit(Principal who, CustomerMessage message, CancellationToken cancellationToken = default)
    {
        var log = Authorize(who);
        if (log.State.Turns.TryGetValue(message.MessageId, out var known))
            return await Repeat(log, message, known, cancellationToken);
        if (log.State.OpenTurns.Count >= options.Value.QueuedTurns)
            throw new SupportException(FailureKind.Conflict, "too many messages wait for their answer; wait for one first");
        _origins.Remember(message.MessageId);
        var said = new CustomerSaid { TurnId = message.MessageId, Message = message, OnBehalfBy = who.IsStaff ? who.Subject : null };
        var seq = await Write(log, said.TurnId, said, cancellationToken);
        StartPump();
        return new TurnReceipt { TurnId = said.TurnId, Seq = seq };
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ConversationEvent> Follow(Principal who, string? turnId, string? afterEventId, CancellationToken cancellationToken = default)
    {
        var log = Authorize(who);
        if (turnId is not null && !log.State.Turns.ContainsKey(turnId))
            throw SupportException.NotFound("turn");
        return new ConversationFollower(log, store).Follow(turnId, EventId.Parse(afterEventId), cancellationToken);
    }

    /// <summary>The first receipt again. Another message under the same id is refused: its sender would take the first answer for its own.</summary>
    private async Task<TurnReceipt> Repeat(ConversationLog log, CustomerMessage message, long seq, CancellationToken cancellationToken) =>
        await store.Read(log.State.Id, seq - 1, 1, cancellationToken) is [{ Entry: CustomerSaid said }] && said.Message != message
            ? throw new SupportException(FailureKind.Mismatch, "this key was used for another message; choose a new one")
            : new TurnReceipt { TurnId = message.MessageId, Seq = seq };

    private async Task Load(ConversationHead head, CancellationToken cancellationToken)
    {
        var state = snapshot.State.Read() is { } saved && saved.LastSeq < head.NextSeq
            ? saved
            : ConversationState.From(head);
        state = await ConversationLog.CatchUp(store, state, cancellationToken);
        _log = new ConversationLog(store, time, state, EventFeed.After(state.LastEvent, options.Value.BufferedEvents));
    }

    private ConversationLog Authorize(Principal who) =>
        _log is not null && (who.IsStaff || who.CustomerId == _log.State.CustomerId) ? _log : throw SupportException.NotFound("conversation");

    private async Task<long> Write(ConversationLog log, string? turnId, ConversationEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            return await log.Append(turnId, entry, cancellationToken);
        }
        finally
        {
            if (log.IsFenced)
                DeactivateOnIdle();
        }
    }

    private async Task SaveSnapshot(CancellationToken cancellationToken)
    {
        if (_log is not { IsFenced: false } log || log.State.LastSeq == snapshot.State.LastSeq)
            return;
        try
        {
            snapshot.State = ConversationSnapshot.Of(log.State);
            await snapshot.WriteStateAsync(cancellationToken);
        }
        catch (Exception e)
        {
            // A snapshot only saves reading: the log has everything.
            SnapshotFailed(e, Id);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The snapshot of conversation {ConversationId} could not be written")]
    private partial void SnapshotFailed(Exception exception, string conversationId);
}
