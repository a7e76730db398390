using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using SupportAgents.Api.Auth;

namespace SupportAgents.Api.Limits;

/// <summary>One token bucket for each subject, and for each address that shows no valid token.</summary>
public sealed class RateLimits(IOptions<LimitOptions> limits) : IConfigureOptions<RateLimiterOptions>
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
        options.OnRejected = Reject;
    }

    private RateLimitPartition<string> Partition(HttpContext context)
    {
        var user = context.User;
        if (user.FindFirstValue(Claims.Subject) is not { Length: > 0 } subject)
            return Bucket($"address {context.Connection.RemoteIpAddress}", limits.Value.AnonymousBurst, limits.Value.AnonymousPerSecond);
        return user.IsInRole("staff") || user.IsInRole("admin")
            ? Bucket($"staff {subject}", limits.Value.StaffBurst, limits.Value.StaffPerSecond)
            : Bucket($"customer {subject}", limits.Value.CustomerBurst, limits.Value.CustomerPerSecond);
    }

    private static RateLimitPartition<string> Bucket(string key, int burst, int perSecond) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = Period,
        });

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
