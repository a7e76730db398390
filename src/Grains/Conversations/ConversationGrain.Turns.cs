using Microsoft.Extensions.Logging;
using SupportAgents.Conversations;
using SupportAgents.Failures;
using SupportAgents.Grains.Telemetry;
using SupportAgents.Identity;

namespace SupportAgents.Grains.Conversations;

public sealed partial class ConversationGrain
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly TurnOrigins _origins = new();
    private Task _pump = Task.CompletedTask;
    private (string TurnId, CancellationTokenSource Stop)? _running;

    /// <inheritdoc/>
    public async Task Cancel(Principal who, string turnId, CancellationToken cancellationToken = default)
    {
        var log = Authorize(who);
        if (!log.State.OpenTurns.Any(turn => turn.TurnId == turnId))
            return;
        await Write(log, turnId, new TurnCancelled { TurnId = turnId }, cancellationToken);
        if (_running is { } running && running.TurnId == turnId)
            await running.Stop.CancelAsync();
    }

    /// <summary>Turns run here and not inside <see cref="Submit"/>: a request that waits for a model would block all others.</summary>
    private void StartPump()
    {
        if (_pump.IsCompleted && _log is { IsFenced: false, State.OpenTurns.Count: > 0 } log && !_stopping.IsCancellationRequested)
            _pump = Pump(log);
    }

    private async Task Pump(ConversationLog log)
    {
        while (log.State.OpenTurns is [var next, ..] && !log.IsFenced && !_stopping.IsCancellationRequested)
        {
            DelayDeactivation(options.Value.TurnTimeout * options.Value.TurnAttempts);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
            _running = (next.TurnId, stop);
            using var span = _origins.Begin(next.TurnId, Id);
            try
            {
                await turns.Run(log, next, stop.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // Cancelled by the customer: the log says so. Stopped with the silo: the next activation runs it again.
            }
            catch (Exception e)
            {
                // The answer could not be stored. The message is: another activation, or this one later, answers it.
                TurnNotStored(e, next.TurnId);
                DeactivateOnIdle();
                return;
            }
            finally
            {
                _running = null;
            }
            if (log.State.LastSeq - snapshot.State.LastSeq >= options.Value.SnapshotEvery)
                await SaveSnapshot(CancellationToken.None);
        }
        DelayDeactivation(TimeSpan.Zero);
    }

    /// <summary>Lets running turns finish while the silo has time for it, then stops them.</summary>
    private async Task DrainPump(CancellationToken cancellationToken)
    {
        try
        {
            await _pump.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await _stopping.CancelAsync();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The answer of turn {TurnId} could not be stored; it will be run again")]
    private partial void TurnNotStored(Exception exception, string turnId);
}
