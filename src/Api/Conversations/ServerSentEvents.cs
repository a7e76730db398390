using Microsoft.AspNetCore.Http.Features;

namespace SupportAgents.Api.Conversations;

/// <summary>One server-sent event; its data has no line ends.</summary>
public sealed record ServerSentEvent(string? Id, string? Name, string Data);

/// <summary>Writes <c>text/event-stream</c>. The framework's own result knows no comments, and so no heartbeats.</summary>
public sealed class ServerSentEvents
{
    private readonly HttpResponse _response;

    private ServerSentEvents(HttpResponse response) => _response = response;

    /// <summary>Sends the headers at once, so that the client knows it is connected.</summary>
    public static async Task<ServerSentEvents> Start(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await context.Response.Body.FlushAsync(context.RequestAborted);
        return new ServerSentEvents(context.Response);
    }

    /// <summary>Writes one event.</summary>
    public Task Write(ServerSentEvent item) => Send(string.Concat(
        item.Id is null ? "" : $"id: {item.Id}\n",
        item.Name is null ? "" : $"event: {item.Name}\n",
        $"data: {item.Data}\n\n"));

    /// <summary>Writes what <paramref name="format"/> makes of each item (null: nothing), and a comment in each period.</summary>
    public async Task WriteAll<T>(IAsyncEnumerable<T> items, TimeSpan heartbeat, TimeProvider time, Func<T, ServerSentEvent?> format)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_response.HttpContext.RequestAborted);
        await using var enumerator = items.GetAsyncEnumerator(stop.Token);
        var tick = Task.Delay(heartbeat, time, stop.Token);
        try
        {
            while (true)
            {
                var next = enumerator.MoveNextAsync().AsTask();
                while (await Task.WhenAny(next, tick) == tick && !next.IsCompleted && !stop.IsCancellationRequested)
                {
                    await Send(":\n\n");
                    tick = Task.Delay(heartbeat, time, stop.Token);
                }
                if (!await next)
                    return;
                if (format(enumerator.Current) is { } item)
                    await Write(item);
            }
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private async Task Send(string text)
    {
        await _response.WriteAsync(text, _response.HttpContext.RequestAborted);
        await _response.Body.FlushAsync(_response.HttpContext.RequestAborted);
    }
}
