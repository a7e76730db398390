using System.ComponentModel.DataAnnotations;

namespace SupportAgents.Shared.Telemetry;

/// <summary>
/// What silos and gateways tell of themselves (<c>Support:Telemetry:…</c>). Metrics are always there to be scraped;
/// traces, logs and metrics are also sent by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set, as its standard
/// variables say.
/// </summary>
internal sealed class TelemetryOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Support:Telemetry";

    /// <summary>
    /// The port that shows <c>/metrics</c> to everybody who reaches it: never publish it. It must be among the ports that
    /// the program listens on (<c>ASPNETCORE_HTTP_PORTS=8080;9464</c>, as the images have it). On other ports only callers
    /// on the same machine see them. Default: 9464.
    /// </summary>
    [Range(0, 65535)]
    public int MetricsPort { get; set; } = 9464;

    /// <summary>The share of requests whose trace is recorded, 0 to 1. Every client gets its trace id all the same. Default: 1.</summary>
    [Range(0, 1)]
    public double TraceRatio { get; set; } = 1;

    /// <summary>
    /// Serves Orleans' own dashboard of grains and silos under the gateway's <c>/dashboard</c>, to admins only. It must be
    /// set for silos, which then collect its figures, and for gateways. Default: false.
    /// </summary>
    public bool Dashboard { get; set; }

    /// <summary>Whether the configuration asks for the dashboard, before there are services.</summary>
    public static bool HasDashboard(IConfiguration configuration) => configuration.GetValue<bool>($"{Section}:{nameof(Dashboard)}");
}
