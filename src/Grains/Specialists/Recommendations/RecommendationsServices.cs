using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Agents;
using SupportAgents.Grains.Hosting;
using SupportAgents.Grains.Specialists.Recommendations.Ranking;
using SupportAgents.Grains.Specialists.Recommendations.Search;
using SupportAgents.Grains.Specialists.Recommendations.Skills;
using SupportAgents.Grains.Tools;

namespace SupportAgents.Grains.Specialists.Recommendations;

/// <summary>Puts the recommendation specialist together.</summary>
public static class RecommendationsServices
{
    /// <summary>Adds its search, ranking, tools, skills and words.</summary>
    public static IServiceCollection AddRecommendations(this IServiceCollection services)
    {
        services.AddSingleton<CatalogIndexCache>();
        services.AddSingleton<RankingState>();
        services.AddSingleton<Recommender>();
        services.AddSingleton<IToolset, CatalogTools>();
        services.AddSingleton<IToolset, RecommendationsTools>();
        services.AddSingleton<ProductFinder>();
        return services.AddAgent<RecommendationsReplies>(AgentNames.Recommendations,
            typeof(FindProductsSkill), typeof(ProductSkill), typeof(CompareSkill), typeof(RecommendSkill), typeof(ListTypesSkill), typeof(PurchaseHistorySkill));
    }
}
