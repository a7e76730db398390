using SupportAgents.Failures;
using SupportAgents.Grains.Specialists.Recommendations.Ranking;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Silo.Recommendations;

/// <summary>Builds this silo's ranking anew from time to time, in the background; rankings that run go on with the old one.</summary>
internal sealed partial class RankingRefresher(IPurchaseFeed feed, RankingState state, TimeProvider time, ILogger<RankingRefresher> logger) : BackgroundService
{
    private const int PageSize = 2_000;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await Rebuild(stoppingToken);
            }
            catch (SupportException e)
            {
                NotRebuilt(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Reads all purchases and ratings and puts them in place.</summary>
    internal async Task Rebuild(CancellationToken cancellationToken)
    {
        var purchases = new PurchaseIndex();
        string? cursor = null;
        while (true)
        {
            var page = await feed.Read(cursor, PageSize, cancellationToken);
            foreach (var order in page.Orders)
                purchases.Apply(order);
            if (page.Orders.Count < PageSize)
                break;
            cursor = page.Cursor;
        }
        state.Replace(purchases, await feed.Ratings(cancellationToken));
    }

    [LoggerMessage(LogLevel.Warning, "The ranking could not be rebuilt; the old one stays until the next try")]
    private partial void NotRebuilt(Exception exception);
}
