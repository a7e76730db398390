using Microsoft.Extensions.Options;
using SupportAgents.Grains.Stores;
using SupportAgents.Silo.Knowledge.Documents;
using SupportAgents.Silo.Knowledge.Embeddings;
using SupportAgents.Silo.Knowledge.Search;

namespace SupportAgents.Silo.Knowledge;

/// <summary>Puts knowledge together.</summary>
public static class KnowledgeServices
{
    /// <summary>
    /// Adds the search index of this silo and its background refresh, and the reader of uploaded documents. An
    /// <see cref="IKnowledgeStore"/> must be registered; an <see cref="ICatalogStore"/> is used where there is one, and
    /// vectors where a service for them is configured.
    /// </summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<KnowledgeOptions>().BindConfiguration("Support:Knowledge").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => SynonymList.Load(provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value.Synonyms));
        services.AddSingleton<IDocumentReader, DocumentReader>();
        services.AddSingleton<QueryParser>();
        services.AddSingleton<KnowledgeSearcher>();
        services.AddSingleton(provider => new KnowledgeIndex(provider.GetRequiredService<KnowledgeSearcher>(), provider.GetService<DenseRanker>(),
            token => provider.GetRequiredService<KnowledgeIndexUpdater>().Update(token)));
        services.AddSingleton<IKnowledgeIndex>(provider => provider.GetRequiredService<KnowledgeIndex>());
        services.AddSingleton(provider => new KnowledgeIndexUpdater(provider.GetRequiredService<KnowledgeIndex>(),
            provider.GetRequiredService<IKnowledgeStore>(), provider.GetRequiredService<ILogger<KnowledgeIndexUpdater>>(),
            provider.GetService<ICatalogStore>()));
        services.AddHostedService<KnowledgeIndexRefresher>();
        return services.AddEmbeddings(configuration);
    }
}
