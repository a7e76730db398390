using Microsoft.Extensions.Options;
using SupportAgents.Silo.Knowledge.Search;
using SupportAgents.Silo.ModelProviders;

namespace SupportAgents.Silo.Knowledge.Embeddings;

/// <summary>Puts vectors beside the words, where a shop has configured a service for them.</summary>
public static class EmbeddingServices
{
    /// <summary>Adds the generator and what keeps the vectors; nothing while no provider is configured.</summary>
    public static IServiceCollection AddEmbeddings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EmbeddingOptions>().BindConfiguration(EmbeddingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        if (configuration.GetValue(EmbeddingOptions.Section + ":Provider", EmbeddingProvider.None) == EmbeddingProvider.None)
            return services;
        services.AddSingleton(provider => EmbeddingGenerators.Create(
            provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DenseRanker>();
        services.AddHostedService<EmbeddingRefresher>();
        return services;
    }
}
