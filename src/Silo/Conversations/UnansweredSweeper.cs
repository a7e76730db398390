using SupportAgents.Conversations;
using SupportAgents.Grains.Stores;
using SupportAgents.Identity;

namespace SupportAgents.Silo.Conversations;

/// <summary>
/// Wakes conversations whose messages are stored and not answered, because the silo that ran their turns is gone: the
/// grain goes on with them as soon as it is active. Waking one that is at work changes nothing.
/// </summary>
internal sealed partial class UnansweredSweeper(IConversationStore store, IGrainFactory grains, TimeProvider time, ILogger<UnansweredSweeper> logger) : BackgroundService
{
    private const int Batch = 200;
    private const int AtOnce = 16;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly Principal System = Principal.Staff("system");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // At the start everything unanswered is from an earlier life; later only what has waited for a while.
        var patience = TimeSpan.Zero;
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await Sweep(time.GetUtcNow() - patience, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                SweepFailed(e);
            }
            patience = Interval * 2;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Side by side: one conversation that cannot be reached must not keep the others waiting.</summary>
    private async Task Sweep(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var waiting = await store.FindUnanswered(before, Batch, cancellationToken);
        await Parallel.ForEachAsync(waiting, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (id, stopping) =>
        {
            try
            {
                await grains.GetGrain<IConversationReaderGrain>(id).Describe(System, stopping);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                NotWoken(e, id);
            }
        });
    }

    [LoggerMessage(LogLevel.Warning, "Looking for unanswered conversations failed; the next round tries again")]
    private partial void SweepFailed(Exception exception);

    [LoggerMessage(LogLevel.Warning, "Conversation {ConversationId} could not be woken; the next round tries again")]
    private partial void NotWoken(Exception exception, string conversationId);
}
