using SupportAgents.Limits;

namespace SupportAgents.Grains.Limits;

/// <summary>
/// A bucket in memory. One that is lost with its silo is full again, which is what an idle one is anyway; the limits are
/// there to protect the silos, not to bill anybody.
/// </summary>
public sealed class RateGrain(TimeProvider time) : Grain, IRateGrain
{
    private double? _tokens;
    private long _at;

    /// <inheritdoc/>
    public Task<RatePortion> Take(int wanted, RateBucket bucket, CancellationToken cancellationToken = default)
    {
        var held = Math.Min(bucket.Burst, _tokens is { } left ? left + (time.GetElapsedTime(_at).TotalSeconds * bucket.PerSecond) : bucket.Burst);
        _at = time.GetTimestamp();
        var given = (int)Math.Min(wanted, Math.Floor(held));
        _tokens = held - given;
        var wait = given > 0 ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - held) / bucket.PerSecond);
        return Task.FromResult(new RatePortion(given, wait));
    }
}
