using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Silo.ModelProviders.Resilience;

/// <summary>The rules by which calls are repeated, and by which a failing model is left alone.</summary>
public static class ModelPipelines
{
    /// <summary>Retries with growing, jittered pauses, or the pause that the vendor asks for, all within one deadline.</summary>
    public static ResiliencePipeline Retries(ModelOptions options, TimeProvider time, string modelId, ILoggerFactory loggers)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time, Name = "model-retries", InstanceName = modelId }.ConfigureTelemetry(loggers).AddTimeout(options.CallDeadline);
        if (options.Retries > 0)
            builder.AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<ModelException>(e => e is { IsTransient: true, HasStarted: false } && !(e.RetryAfter > options.CallDeadline)),
                MaxRetryAttempts = options.Retries,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                DelayGenerator = arguments => new ValueTask<TimeSpan?>((arguments.Outcome.Exception as ModelException)?.RetryAfter is { } asked ? asked + Jitter(options) : null),
            });
        return builder.Build();
    }

    /// <summary>A circuit breaker: one for each model of a silo, so it must be shared by all its clients.</summary>
    public static ResiliencePipeline Breaker(ModelOptions options, TimeProvider time, string modelId, ILoggerFactory loggers, CircuitBreakerStateProvider? state = null) =>
        new ResiliencePipelineBuilder { TimeProvider = time, Name = "model-breaker", InstanceName = modelId }
            .ConfigureTelemetry(loggers)
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<ModelException>(IsTheModels),
                FailureRatio = options.BreakerFailureRatio,
                MinimumThroughput = options.BreakerMinimumCalls,
                SamplingDuration = options.BreakerWindow,
                BreakDuration = options.BreakerPause,
                StateProvider = state,
            })
            .Build();

    /// <summary>What a pipeline's own exception means; null when it is not one.</summary>
    public static ModelException? Rejection(Exception exception) => exception switch
    {
        BrokenCircuitException => new(ModelFailure.CircuitOpen, "the model failed too often of late and is left alone for a while", exception),
        TimeoutRejectedException => new(ModelFailure.TimedOut, "the model did not answer before the deadline", exception),
        _ => null,
    };

    /// <summary>All who were told the same wait do not come back at the same moment.</summary>
    private static TimeSpan Jitter(ModelOptions options) => options.RetryDelay * Random.Shared.NextDouble();

    /// <summary>A request that is wrong says nothing about the model's health.</summary>
    private static bool IsTheModels(ModelException exception) =>
        exception.IsTransient || exception.Failure is ModelFailure.Unauthorized or ModelFailure.UnknownModel;
}
