using System.Reflection;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SupportAgents.Shared.Logging;

namespace SupportAgents.Shared.Telemetry;

/// <summary>Traces, metrics and logs of a process. Compiled into gateway and silo, which share no assembly but the contracts.</summary>
internal static class TelemetryRegistration
{
    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Our own sources; the libraries' are named where they are added.</summary>
    private static readonly string[] Sources = ["SupportAgents", "SupportAgents.Models", "Microsoft.Orleans.Application"];

    private static readonly string[] Meters =
    [
        "SupportAgents", "SupportAgents.Models", "Microsoft.Orleans", "System.Runtime", "Polly",
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting",
    ];

    /// <summary>Adds them once, also where silo and gateway share a process.</summary>
    public static IHostApplicationBuilder AddTelemetry(this IHostApplicationBuilder builder, string serviceName)
    {
        if (builder.Services.Any(service => service.ServiceType == typeof(MeterProvider)))
            return builder;
        RedactingLoggers.Add(builder.Services);
        builder.Services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        var options = builder.Configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new TelemetryOptions();
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(serviceName, serviceVersion: Version(), serviceInstanceId: Environment.MachineName))
            .WithTracing(tracing => tracing
                .AddSource(Sources)
                .AddAspNetCoreInstrumentation(http => http.Filter = context => context.Request.Path.StartsWithSegments("/v1") || context.Request.Path.StartsWithSegments("/mcp"))
                .AddNpgsql()
                .SetSampler(new ParentBasedSampler(new RequestSampler(options.TraceRatio))))
            .WithMetrics(metrics => metrics
                .AddMeter(Meters)
                .AddNpgsqlInstrumentation()
                .AddPrometheusExporter());
        if (!string.IsNullOrEmpty(builder.Configuration[OtlpEndpoint]))
            telemetry.WithLogging().UseOtlpExporter();
        return builder;
    }

    private static string? Version() => typeof(TelemetryRegistration).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
}
