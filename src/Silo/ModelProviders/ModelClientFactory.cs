using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using SupportAgents.Silo.ModelProviders.Bedrock;
using SupportAgents.Silo.ModelProviders.OpenAi;
using SupportAgents.Silo.ModelProviders.Resilience;

namespace SupportAgents.Silo.ModelProviders;

/// <summary>
/// Puts a role's chat client together, one decorator for each concern: budget and cost, retries, circuit breaker, finish
/// reason, timeouts, telemetry, translation of failures, vendor. Circuit breakers are shared by model.
/// </summary>
public sealed class ModelClientFactory(IOptions<ModelOptions> options, ModelCosts costs, TimeProvider time, ILoggerFactory loggers)
{
    /// <summary>The source of the spans of model calls.</summary>
    public const string ActivitySource = "SupportAgents.Models";

    private readonly ConcurrentDictionary<string, (ResiliencePipeline Pipeline, CircuitBreakerStateProvider State)> _breakers = new();
    private readonly ModelOptions _options = options.Value;
    private readonly IModelClients _vendor = options.Value.Provider == ModelProvider.OpenAI ? new OpenAiClients(options.Value) : new BedrockClients(options.Value, time);

    /// <summary>The client of a role's model, with the fallback model behind it.</summary>
    public IChatClient Create(string modelId)
    {
        var client = ForModel(modelId);
        return _options.Fallback is { Length: > 0 } fallback && fallback != modelId
            ? new FallbackChatClient(client, ForModel(fallback), loggers.CreateLogger<FallbackChatClient>())
            : client;
    }

    /// <summary>Whether a model's circuit is open; for health and tests.</summary>
    public CircuitState StateOf(string modelId) => Breaker(modelId).State.CircuitState;

    /// <inheritdoc cref="IModelClients.Check"/>
    public Task Check(CancellationToken cancellationToken) => _vendor.Check(cancellationToken);

    private IChatClient ForModel(string modelId)
    {
        return _vendor.Create(modelId).AsBuilder()
            .Use(inner => new PipelineChatClient(inner, ModelPipelines.Retries(_options, time, modelId, loggers)))
            .Use(inner => new PipelineChatClient(inner, Breaker(modelId).Pipeline))
            .Use(inner => new MeteredChatClient(inner, modelId, costs))
            .Use(inner => new FinishedChatClient(inner))
            .Use(inner => new IdleTimeoutChatClient(inner, _options.RequestTimeout, _options.IdleTimeout, time))
            .UseOpenTelemetry(loggers, ActivitySource, telemetry => telemetry.EnableSensitiveData = _options.SensitiveTelemetry)
            .Use(inner => new TranslatingChatClient(inner, _vendor.Translate))
            .Build();
    }

    private (ResiliencePipeline Pipeline, CircuitBreakerStateProvider State) Breaker(string modelId) => _breakers.GetOrAdd(modelId, _ =>
    {
        var state = new CircuitBreakerStateProvider();
        return (ModelPipelines.Breaker(_options, time, modelId, loggers, state), state);
    });
}
