namespace SupportAgents.Limits;

/// <summary>
/// One caller's allowance in the whole cluster, a token bucket keyed by who it is. Gateways take from it in portions, so
/// that a call of a caller within the limits costs no call of a grain.
/// </summary>
[Alias("rate")]
public interface IRateGrain : IGrainWithStringKey
{
    /// <summary>Takes up to so many tokens from a bucket of that size and refill; what is given is gone, used or not.</summary>
    [Alias("take")]
    Task<RatePortion> Take(int wanted, RateBucket bucket, CancellationToken cancellationToken = default);
}

/// <summary>How large a bucket is.</summary>
/// <param name="Burst">Tokens of a full bucket.</param>
/// <param name="PerSecond">Tokens that it regains in a second.</param>
[GenerateSerializer, Immutable, Alias("rate-bucket")]
public readonly record struct RateBucket([property: Id(0)] int Burst, [property: Id(1)] double PerSecond);

/// <summary>What was given.</summary>
/// <param name="Tokens">From 0 to what was wanted.</param>
/// <param name="Wait">Where there was none: how long until there is one.</param>
[GenerateSerializer, Immutable, Alias("rate-portion")]
public readonly record struct RatePortion([property: Id(0)] int Tokens, [property: Id(1)] TimeSpan Wait);
