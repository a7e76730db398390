using Orleans.Dashboard;
using SupportAgents.Shared.Telemetry;

namespace SupportAgents.Silo.Telemetry;

/// <summary>What a silo tells of itself.</summary>
public static class SiloTelemetry
{
    /// <summary>Adds traces, metrics and logs, the figures of the desk, and what Orleans' dashboard shows where it is asked for.</summary>
    public static IHostApplicationBuilder AddSiloTelemetry(this IHostApplicationBuilder builder)
    {
        builder.AddTelemetry("support-silo");
        builder.Services.AddHostedService<DeskMetrics>();
        builder.UseOrleans(silo =>
        {
            silo.AddActivityPropagation();
            if (TelemetryOptions.HasDashboard(builder.Configuration))
                silo.AddDashboard();
        });
        return builder;
    }

    /// <summary>Maps the metrics of a silo that has no gateway in its process; comes before every other route.</summary>
    public static void MapSiloMetrics(this WebApplication app)
    {
        app.UsePrivateRoutes();
        app.MapPrometheusScrapingEndpoint(PrivateRoutes.Metrics);
    }
}
