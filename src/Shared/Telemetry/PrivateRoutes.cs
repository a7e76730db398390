using System.Net;
using Microsoft.Extensions.Options;

namespace SupportAgents.Shared.Telemetry;

/// <summary>Routes for those who run the installation: metrics.</summary>
internal static class PrivateRoutes
{
    /// <summary>The path of the metrics.</summary>
    public const string Metrics = "/metrics";

    /// <summary>Hides them from everybody who comes over the public port from another machine. Comes before routing.</summary>
    public static IApplicationBuilder UsePrivateRoutes(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments(Metrics) || MaySee(context))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    private static bool MaySee(HttpContext context)
    {
        var port = context.RequestServices.GetRequiredService<IOptions<TelemetryOptions>>().Value.MetricsPort;
        var headers = context.Request.Headers;
        // A proxy on the same machine forwards strangers.
        var isForwarded = headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("Forwarded");
        return context.Connection.LocalPort == port || (!isForwarded && context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote));
    }
}
