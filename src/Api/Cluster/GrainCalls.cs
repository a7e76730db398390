using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace SupportAgents.Api.Cluster;

/// <summary>Every call from the gateway to a grain: the one place that decides which are tried again.</summary>
public sealed class GrainCalls(IGrainFactory grains)
{
    // Two timed-out attempts and a rejected one fit in: longer than that a caller would rather be told.
    private static readonly TimeSpan AllAttempts = TimeSpan.FromSeconds(25);

    private static readonly ResiliencePipeline Retries = new ResiliencePipelineBuilder()
        .AddTimeout(AllAttempts)
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(e => e is not TimeoutRejectedException && TransientFailures.Is(e)),
            MaxRetryAttempts = 4,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(150),
            UseJitter = true,
        })
        .Build();

    /// <summary>The grain itself, for streams.</summary>
    public TGrain Grain<TGrain>(string key) where TGrain : IGrainWithStringKey => grains.GetGrain<TGrain>(key);

    /// <summary>A call that may safely be repeated; it is, when the cluster fails under it.</summary>
    public async Task<T> Repeatable<TGrain, T>(string key, Func<TGrain, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
        where TGrain : IGrainWithStringKey =>
        await Retries.ExecuteAsync(async token => await call(Grain<TGrain>(key), token), cancellationToken);

    /// <inheritdoc cref="Repeatable{TGrain,T}"/>
    public async Task Repeatable<TGrain>(string key, Func<TGrain, CancellationToken, Task> call, CancellationToken cancellationToken)
        where TGrain : IGrainWithStringKey =>
        await Retries.ExecuteAsync(async token => await call(Grain<TGrain>(key), token), cancellationToken);

    /// <summary>A call that appends something: made once, because its outcome is unknown when the cluster fails under it.</summary>
    public Task<T> Once<TGrain, T>(string key, Func<TGrain, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
        where TGrain : IGrainWithStringKey => call(Grain<TGrain>(key), cancellationToken);
}

/// <summary>Registration of <see cref="GrainCalls"/>.</summary>
public static class GrainCallsRegistration
{
    /// <summary>Adds <see cref="GrainCalls"/> over the host's <see cref="IGrainFactory"/>.</summary>
    public static IServiceCollection AddGrainCalls(this IServiceCollection services) => services.AddSingleton<GrainCalls>();
}
