using System.ClientModel;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OpenAI;
using SupportAgents.Silo.Knowledge.Search;
using SupportAgents.Silo.ModelProviders;
using SupportAgents.Silo.ModelProviders.Bedrock;

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
        services.AddSingleton(provider => Create(
            provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DenseRanker>();
        services.AddHostedService<EmbeddingRefresher>();
        return services;
    }

    /// <summary>The generator of a configured service.</summary>
    internal static IEmbeddingGenerator<string, Embedding<float>> Create(EmbeddingOptions options, TimeProvider time)
    {
        if (options.Provider == EmbeddingProvider.OpenAI)
        {
            var settings = new OpenAIClientOptions();
            if (options.Endpoint is { Length: > 0 } endpoint)
                settings.Endpoint = new Uri(endpoint);
            var key = new ApiKeyCredential(options.ApiKey is { Length: > 0 } given ? given : "none");
            return new OpenAIClient(key, settings).GetEmbeddingClient(options.Model).AsIEmbeddingGenerator();
        }
        var account = new ModelOptions
        {
            Region = options.Region,
            ApiKey = options.ApiKey,
            AccessKey = options.AccessKey,
            SecretKey = options.SecretKey,
            SessionToken = options.SessionToken,
        };
        return new BedrockEmbeddings(new HttpClient(), options, new BedrockClients(account, time).Credentials());
    }
}
