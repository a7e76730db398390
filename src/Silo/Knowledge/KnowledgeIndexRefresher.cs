using Microsoft.Extensions.Options;
using SupportAgents.Failures;

namespace SupportAgents.Silo.Knowledge;

/// <summary>Keeps this silo's index at the store's state, in the background.</summary>
internal sealed partial class KnowledgeIndexRefresher(
    KnowledgeIndexUpdater updater, IOptions<KnowledgeOptions> options, TimeProvider time, ILogger<KnowledgeIndexRefresher> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.RefreshInterval, time);
        do
        {
            try
            {
                // A first load tokenises for seconds: it must not hold up the host's start.
                await Task.Run(() => updater.Update(stoppingToken), stoppingToken);
            }
            catch (SupportException e)
            {
                LogUnavailable(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "The knowledge index could not be refreshed; it is tried again at the next tick")]
    private static partial void LogUnavailable(ILogger logger, Exception e);
}
