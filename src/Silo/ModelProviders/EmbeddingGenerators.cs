using System.ClientModel;
using Microsoft.Extensions.AI;
using OpenAI;
using SupportAgents.Silo.Knowledge.Embeddings;
using SupportAgents.Silo.ModelProviders.Bedrock;

namespace SupportAgents.Silo.ModelProviders;

/// <summary>Makes the embedding generators of the vendors.</summary>
internal static class EmbeddingGenerators
{
    /// <summary>The generator of a configured service.</summary>
    public static IEmbeddingGenerator<string, Embedding<float>> Create(EmbeddingOptions options, TimeProvider time)
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
