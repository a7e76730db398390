using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using SupportAgents.Api.Telemetry;

namespace SupportAgents.Api.Limits;

/// <summary>Registration of everything that the gateway refuses for being too much.</summary>
public static class LimitsRegistration
{
    /// <summary>Adds <see cref="LimitOptions"/>, <see cref="TextRules"/> and the rate limiter.</summary>
    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TextRules>();
        services.AddRateLimiter(_ => { });
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, RateLimits>();
        return services;
    }

    /// <summary>Adds CORS for the origins in <c>Support:Cors:Origins</c>; without any, browsers on other sites are refused.</summary>
    public static IServiceCollection AddConfiguredCors(this IServiceCollection services)
    {
        services.AddCors();
        services.AddOptions<Microsoft.AspNetCore.Cors.Infrastructure.CorsOptions>().Configure<IConfiguration>((cors, configuration) =>
            cors.AddDefaultPolicy(policy => policy
                .WithOrigins([.. (configuration.GetSection("Support:Cors:Origins").Get<string[]>() ?? []).Where(origin => !string.IsNullOrWhiteSpace(origin))])
                .AllowAnyHeader()
                .AllowAnyMethod()
                .WithExposedHeaders("Location", "Retry-After", "WWW-Authenticate", "Mcp-Session-Id", TraceHeader.Name)));
        return services;
    }
}
