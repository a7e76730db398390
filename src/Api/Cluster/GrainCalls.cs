using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using SupportAgents.Failures;
using SupportAgents.Shared.Clustering;

namespace SupportAgents.Api.Cluster;

/// <summary>Every call from the gateway to a grain: the one place that decides which are tried again, and for how long.</summary>
public sealed class GrainCalls(IGrainFactory grains, TimeSpan patience)
{
    private const int TriesOfAStore = 4;

    private readonly ResiliencePipeline _retries = new ResiliencePipelineBuilder()
        .AddTimeout(patience)
        // A database that starts again is back in a moment. One that stays away must not find everybody waiting for it.
        .AddRetry(Retry(TriesOfAStore, (e, _) => SupportException.In(e) is { Kind: FailureKind.Unavailable }))
        .AddRetry(Retry(int.MaxValue, TransientFailures.IsOfCluster))
        .Build();

    /// <summary>How long a call is tried while the cluster finds out which silo died, and gives its grains to others.</summary>
    public TimeSpan Patience => patience;

    /// <summary>The grain itself, for streams.</summary>
    public TGrain Grain<TGrain>(string key) where TGrain : IGrainWithStringKey => grains.GetGrain<TGrain>(key);

    /// <summary>A call that may safely be repeated; it is, when the cluster fails under it.</summary>
    public async Task<T> Repeatable<TGrain, T>(string key, Func<TGrain, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
        where TGrain : IGrainWithStringKey =>
        await _retries.ExecuteAsync(async token => await call(Grain<TGrain>(key), token), cancellationToken);

    /// <inheritdoc cref="Repeatable{TGrain,T}"/>
    public async Task Repeatable<TGrain>(string key, Func<TGrain, CancellationToken, Task> call, CancellationToken cancellationToken)
        where TGrain : IGrainWithStringKey =>
        await _retries.ExecuteAsync(async token => await call(Grain<TGrain>(key), token), cancellationToken);

    /// <summary>A call that appends something: made once, because its outcome is unknown when the cluster fails under it.</summary>
    public Task<T> Once<TGrain, T>(string key, Func<TGrain, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
        where TGrain : IGrainWithStringKey => call(Grain<TGrain>(key), cancellationToken);

    private static RetryStrategyOptions Retry(int attempts, Func<Exception, CancellationToken, bool> handles) => new()
    {
        ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is { } e and not TimeoutRejectedException && handles(e, args.Context.CancellationToken)),
        MaxRetryAttempts = attempts,
        BackoffType = DelayBackoffType.Exponential,
        Delay = TimeSpan.FromMilliseconds(150),
        MaxDelay = TimeSpan.FromSeconds(1),
        UseJitter = true,
    };
}

/// <summary>Registration of <see cref="GrainCalls"/>.</summary>
public static class GrainCallsRegistration
{
    /// <summary>Adds <see cref="GrainCalls"/> over the host's <see cref="IGrainFactory"/>.</summary>
    public static IServiceCollection AddGrainCalls(this IServiceCollection services)
    {
        services.AddOptions<ClusteringOptions>().BindConfiguration(ClusteringOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton(provider => new GrainCalls(
            provider.GetRequiredService<IGrainFactory>(), provider.GetRequiredService<IOptions<ClusteringOptions>>().Value.Patience));
    }
}
