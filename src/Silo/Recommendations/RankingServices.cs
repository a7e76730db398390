namespace SupportAgents.Silo.Recommendations;

/// <summary>Keeps the ranking of this silo up to date.</summary>
public static class RankingServices
{
    /// <summary>Adds the background service; an <c>IPurchaseFeed</c> must be registered.</summary>
    public static IServiceCollection AddRankingRefresh(this IServiceCollection services) => services.AddHostedService<RankingRefresher>();
}
