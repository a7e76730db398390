using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Cluster;
using SupportAgents.Limits;

namespace SupportAgents.Api.Limits;

/// <summary>
/// One token bucket for each subject, and for each address that shows no valid token; visitors have both, because a new
/// visitor costs nothing. All replicas of the gateway share them.
/// </summary>
public sealed class RateLimits(IOptions<LimitOptions> limits, GrainCalls grains, TimeProvider time) : IConfigureOptions<RateLimiterOptions>
{
    /// <summary>The policy of routes that guessers would try.</summary>
    public const string SignIn = "sign-in";

    private const double Minute = 60;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
        options.AddPolicy(SignIn, context =>
            Bucket($"sign-in {AddressOf(context)}", new RateBucket(limits.Value.SignInBurst, limits.Value.SignInPerMinute / Minute)));
        options.OnRejected = Reject;
    }

    private RateLimitPartition<string> Partition(HttpContext context)
    {
        var (user, limit) = (context.User, limits.Value);
        if (user.FindFirstValue(Claims.Subject) is not { Length: > 0 } subject || user.IsInRole("visitor"))
            return Bucket($"address {AddressOf(context)}", new RateBucket(limit.AnonymousBurst, limit.AnonymousPerSecond));
        return user.IsInRole("staff") || user.IsInRole("admin")
            ? Bucket($"staff {subject}", new RateBucket(limit.StaffBurst, limit.StaffPerSecond))
            : Bucket($"customer {subject}", new RateBucket(limit.CustomerBurst, limit.CustomerPerSecond));
    }

    private RateLimitPartition<string> Bucket(string key, RateBucket bucket) =>
        RateLimitPartition.Get(key, name => new SharedBucket(name, bucket, grains, time));

    /// <summary>The caller's address; of IPv6 the network, because whoever has one address there has 2^64.</summary>
    private static string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily is not AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address))
            return address.ToString();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return $"{new IPAddress(bytes)}/64";
    }

    private static async ValueTask Reject(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Period;
        var response = rejected.HttpContext.Response;
        response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await rejected.HttpContext.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new ProblemDetailsContext
        {
            HttpContext = rejected.HttpContext,
            ProblemDetails = new ProblemDetails { Status = StatusCodes.Status429TooManyRequests, Detail = "Too many requests; wait as long as Retry-After says." },
        });
    }
}
