using System.Threading.RateLimiting;
using SupportAgents.Api.Cluster;
using SupportAgents.Limits;

namespace SupportAgents.Api.Limits;

/// <summary>
/// One caller's part of the cluster's bucket, in this process. It takes tokens in portions; while the bucket is empty it
/// refuses by itself, so that a flood at the gateways is none at the silos. Where the cluster cannot be asked, it lets
/// calls through: they fail there anyway.
/// </summary>
internal sealed class SharedBucket(string key, RateBucket bucket, GrainCalls grains, TimeProvider time) : RateLimiter
{
    // A portion of the burst: few enough that replicas share fairly, enough that most calls ask nobody.
    private const int Portions = 20;

    // A cluster that does not answer must not hold callers up twice.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private static readonly RateLimitLease Granted = new Lease(true, null);
    private readonly Lock _lock = new();
    private int _tokens;
    private DateTimeOffset _refusedUntil = DateTimeOffset.MinValue;
    private DateTimeOffset _usedAt = time.GetUtcNow();
    private Task? _taking;

    /// <inheritdoc/>
    public override TimeSpan? IdleDuration => time.GetUtcNow() - _usedAt;

    /// <inheritdoc/>
    public override RateLimiterStatistics? GetStatistics() => null;

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_lock)
        {
            var now = _usedAt = time.GetUtcNow();
            if (_tokens >= permitCount)
            {
                _tokens -= permitCount;
                return Granted;
            }
            return new Lease(false, now < _refusedUntil ? _refusedUntil - now : null);
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task taking;
            lock (_lock)
            {
                if (AttemptAcquireCore(permitCount) is { } lease && (lease.IsAcquired || time.GetUtcNow() < _refusedUntil))
                    return lease;
                taking = _taking ??= Take();
            }
            await taking.WaitAsync(cancellationToken);
        }
    }

    private async Task Take()
    {
        // The caller holds the lock: nothing of this may run inside it.
        await Task.Yield();
        var wanted = Math.Max(1, bucket.Burst / Portions);
        RatePortion portion;
        try
        {
            // A bucket of another size is another bucket: settings may change while replicas are replaced.
            portion = await grains.Once<IRateGrain, RatePortion>($"{key} of {bucket.Burst}", (grain, token) => grain.Take(wanted, bucket, token), CancellationToken.None).WaitAsync(s_patience, time);
        }
        catch (Exception)
        {
            // Whatever it is, the call itself meets it too and tells of it.
            portion = new RatePortion(wanted, TimeSpan.Zero);
        }
        lock (_lock)
        {
            _tokens += portion.Tokens;
            _refusedUntil = portion.Tokens > 0 ? DateTimeOffset.MinValue : time.GetUtcNow() + portion.Wait;
            _taking = null;
        }
    }

    private sealed class Lease(bool isAcquired, TimeSpan? retryAfter) : RateLimitLease
    {
        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter : null;
            return metadata is not null;
        }
    }
}
