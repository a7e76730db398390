using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Anthropic;
using Anthropic.Bedrock;
using Microsoft.Extensions.AI;

namespace SupportAgents.Silo.ModelProviders.Bedrock;

/// <summary>Makes chat clients for Claude on Bedrock with the vendor's SDK. Its own retries are off: they know no deadline.</summary>
public sealed class BedrockClients(ModelOptions options, TimeProvider time) : IModelClients
{
    /// <summary>Found at the first need and refreshed by the AWS SDK from then on.</summary>
    private readonly Lazy<AWSCredentials> _chain = new(() => DefaultAWSCredentialsIdentityResolver.GetCredentials(), LazyThreadSafetyMode.PublicationOnly);

    /// <inheritdoc/>
    public IChatClient Create(string modelId)
    {
        var endpoint = options.Endpoint is { Length: > 0 } other ? other.TrimEnd('/') : $"https://bedrock-runtime.{options.Region}.amazonaws.com";
        var client = new AnthropicBedrockClient(Credentials()).WithOptions(defaults => defaults with
        {
            BaseUrl = endpoint,
            Timeout = options.RequestTimeout,
            MaxRetries = 0,
            Handlers = [new BedrockHandler(options.AnthropicVersion, endpoint, time)],
        });
        return new CacheMarkChatClient(client.AsIChatClient(modelId, options.MaxOutputTokens));
    }

    /// <inheritdoc/>
    public async Task Check(CancellationToken cancellationToken)
    {
        try
        {
            if (string.IsNullOrEmpty(options.AccessKey) && string.IsNullOrEmpty(options.ApiKey))
                await _chain.Value.GetCredentialsAsync().WaitAsync(cancellationToken);
        }
        catch (AmazonClientException e)
        {
            throw BedrockFailures.Of(e)!;
        }
    }

    /// <inheritdoc/>
    public Grains.Reasoning.Models.ModelException? Translate(Exception exception) => BedrockFailures.Of(exception);

    internal IAnthropicBedrockCredentials Credentials()
    {
        if (options.AccessKey is { Length: > 0 } accessKey)
        {
            var keys = new ImmutableCredentials(accessKey, options.SecretKey, string.IsNullOrEmpty(options.SessionToken) ? null : options.SessionToken);
            return new BedrockCredentials(options.Region!, () => Task.FromResult(keys), time);
        }
        if (options.ApiKey is { Length: > 0 } apiKey)
            return new AnthropicBedrockApiTokenCredentials { BearerToken = apiKey, Region = options.Region! };
        return new BedrockCredentials(options.Region!, () => _chain.Value.GetCredentialsAsync(), time);
    }
}
