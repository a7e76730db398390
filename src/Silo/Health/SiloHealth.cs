using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace SupportAgents.Silo.Health;

/// <summary>Whether a silo's process lives, and whether it can take turns.</summary>
public static class SiloHealth
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Adds the checks.</summary>
    public static IServiceCollection AddSiloHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<MembershipHealthCheck>("membership", timeout: Patience)
            .AddCheck<DatabaseHealthCheck>("database", timeout: Patience);
        return services;
    }

    /// <summary>
    /// Maps <c>/health/live</c>, which only says that the process runs, and <c>/health/ready</c>. A silo that lost its
    /// database must not be restarted for it: it recovers by itself.
    /// </summary>
    public static void MapSiloHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready");
    }
}
