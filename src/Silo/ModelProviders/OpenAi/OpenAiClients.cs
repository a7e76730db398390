using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using Microsoft.Extensions.AI;
using OpenAI;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Silo.ModelProviders.OpenAi;

/// <summary>Makes chat clients for services that speak the OpenAI protocol.</summary>
public sealed class OpenAiClients(ModelOptions options) : IModelClients
{
    /// <inheritdoc/>
    public IChatClient Create(string modelId)
    {
        var settings = new OpenAIClientOptions { NetworkTimeout = options.RequestTimeout, RetryPolicy = new ClientRetryPolicy(maxRetries: 0) };
        if (options.Endpoint is { Length: > 0 } endpoint)
            settings.Endpoint = new Uri(endpoint);
        // Local servers want no key, and the SDK takes no empty one.
        var key = new ApiKeyCredential(options.ApiKey is { Length: > 0 } given ? given : "none");
        return new OpenAIClient(key, settings).GetChatClient(modelId).AsIChatClient().AsBuilder()
            .ConfigureOptions(call => call.MaxOutputTokens ??= options.MaxOutputTokens).Build();
    }

    /// <inheritdoc/>
    public ModelException? Translate(Exception exception) => exception switch
    {
        ClientResultException { Status: 429 } e => new(ModelFailure.Throttled, "the model service throttles", e) { RetryAfter = RetryAfter(e) },
        ClientResultException { Status: 401 or 403 } e => new(ModelFailure.Unauthorized, "the model service refused the key (Support:Model:ApiKey)", e),
        ClientResultException { Status: 404 } e => new(ModelFailure.UnknownModel, "the model service knows no such model, or Support:Model:Endpoint is wrong", e),
        ClientResultException { Status: 400 or 413 } e when e.Message.Contains("context", StringComparison.OrdinalIgnoreCase) => new(ModelFailure.ContextTooLong, "the conversation is too long for the model", e),
        ClientResultException { Status: >= 400 and < 500 and not 408 } e => new(ModelFailure.InvalidRequest, $"the model service refused the request with {e.Status}", e),
        ClientResultException or HttpRequestException => new(ModelFailure.Unavailable, "the model service cannot be reached", exception),
        IOException or System.Text.Json.JsonException or InvalidDataException or FormatException => new(ModelFailure.CutOff, "the model service's answer could not be read", exception),
        TimeoutException or OperationCanceledException { InnerException: TimeoutException } => new(ModelFailure.TimedOut, "the model service did not answer in time", exception),
        _ => null,
    };

    private static TimeSpan? RetryAfter(ClientResultException exception) =>
        exception.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var value) == true
        && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
