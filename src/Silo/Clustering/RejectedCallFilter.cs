using Microsoft.Extensions.Options;
using Orleans.Runtime;
using Polly;
using Polly.Retry;
using SupportAgents.Shared.Clustering;

namespace SupportAgents.Silo.Clustering;

/// <summary>
/// Repeats calls between grains that were rejected, for about <see cref="ClusteringOptions.Patience"/>. A rejected call
/// never ran: the silo that holds the grain, or the part of the directory that knows where it is, has died and the others
/// have not agreed on that yet. So every call may be repeated, whatever it does; one that got lost on the way may have
/// run and is left to its caller.
/// </summary>
internal sealed class RejectedCallFilter(IOptions<ClusteringOptions> options) : IOutgoingGrainCallFilter
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly ResiliencePipeline _retries = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
    {
        // Orleans derives from it what is thrown when a silo is lost with a call on its way.
        ShouldHandle = new PredicateBuilder().Handle<OrleansMessageRejectionException>(e => e is not SiloUnavailableException),
        // The first few pauses are shorter and add up to about one of the others.
        MaxRetryAttempts = 3 + (int)(options.Value.Patience / LongestPause),
        BackoffType = DelayBackoffType.Exponential,
        Delay = TimeSpan.FromMilliseconds(150),
        MaxDelay = LongestPause,
        UseJitter = true,
    }).Build();

    /// <inheritdoc/>
    public Task Invoke(IOutgoingGrainCallContext context) => context.TargetId.IsSystemTarget()
        ? context.Invoke()
        : _retries.ExecuteAsync(static async (call, _) => await call.Invoke(), context, CancellationToken.None).AsTask();
}
