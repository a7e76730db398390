using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using SupportAgents.Api.Documents;
using SupportAgents.Api.Failures;
using SupportAgents.Conversations;

namespace SupportAgents.Api.Conversations;

/// <summary>
/// A conversation's events as server-sent events, with a comment every 15 seconds, so that neither proxies nor clients
/// take silence for an end. A failure on the way is an event <c>error</c>; the client resumes from its last id.
/// </summary>
public sealed class EventStream(IAsyncEnumerable<ConversationEvent> events, bool forStaff) : IResult, IEndpointMetadataProvider
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new StreamsEvents());

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var options = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var writer = await ServerSentEvents.Start(httpContext);
        try
        {
            await writer.WriteAll(events, Heartbeat, services.GetRequiredService<TimeProvider>(), happened =>
            {
                if (!EventJson.IsFor(happened.Entry, forStaff))
                    return null;
                var data = EventJson.Of(happened, forStaff, options);
                return new ServerSentEvent(happened.Id, EventJson.NameOf(data), data.ToJsonString(options));
            });
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The status line is gone, so the failure is told in the stream.
            var problem = FailureHandler.Describe(e);
            await writer.Write(new ServerSentEvent(null, "error", JsonSerializer.Serialize(problem, options)));
            services.GetRequiredService<ILoggerFactory>().CreateLogger<EventStream>().StreamFailed(e);
        }
    }
}

internal static partial class EventStreamLog
{
    [LoggerMessage(LogLevel.Warning, "A stream of events ended early")]
    internal static partial void StreamFailed(this ILogger logger, Exception failure);
}
