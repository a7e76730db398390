using SupportAgents.Grains.Specialists.Recommendations.Ranking;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Silo.Recommendations;

/// <summary>
/// Keeps this silo's ranking up to date: reads every purchase once when the silo starts, then what was placed or changed
/// since, in the background. No turn waits for it; rankings that run go on with what they have.
/// </summary>
internal sealed partial class RankingRefresher(IPurchaseFeed feed, RankingState state, TimeProvider time, ILogger<RankingRefresher> logger) : BackgroundService
{
    private const int PageSize = 5_000;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private string? _cursor;
    private long? _ratings;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await Refresh(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                NotRefreshed(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Takes in what was placed, changed or rated since the last time.</summary>
    internal async Task Refresh(CancellationToken cancellationToken)
    {
        var (count, changed) = (PageSize, false);
        while (count == PageSize)
        {
            var page = await feed.Read(_cursor, PageSize, cancellationToken);
            changed |= state.Apply(page.Orders);
            (_cursor, count) = (page.Cursor, page.Orders.Count);
        }
        if (await feed.Ratings(_ratings, cancellationToken) is { } ratings)
        {
            state.Replace(ratings.Products);
            (_ratings, changed) = (ratings.Version, true);
        }
        if (changed)
            state.Publish();
    }

    [LoggerMessage(LogLevel.Warning, "The ranking could not be brought up to date; it stays as it is until the next try")]
    private partial void NotRefreshed(Exception exception);
}
