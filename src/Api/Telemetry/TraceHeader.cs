using System.Diagnostics;

namespace SupportAgents.Api.Telemetry;

/// <summary>Tells each client the id under which everything that was done for its request is found in traces and logs.</summary>
public static class TraceHeader
{
    /// <summary>The header: 32 hexadecimal digits.</summary>
    public const string Name = "X-Trace-Id";

    /// <summary>Adds it to every response, also to those that say what went wrong.</summary>
    public static IApplicationBuilder UseTraceHeader(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (Activity.Current is { } request)
            context.Response.OnStarting(Add, (context.Response.Headers, request.TraceId));
        return next(context);
    });

    private static Task Add(object state)
    {
        var (headers, id) = ((IHeaderDictionary, ActivityTraceId))state;
        headers[Name] = id.ToHexString();
        return Task.CompletedTask;
    }
}
