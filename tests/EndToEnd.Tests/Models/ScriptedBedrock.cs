using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SupportAgents.EndToEnd.Tests.Models;

/// <summary>A server that speaks Bedrock's wire format for Claude, whole and streamed, and answers by a script.</summary>
public sealed class ScriptedBedrock : IAsyncDisposable
{
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _app;
    private int _calls;

    public ScriptedBedrock()
    {
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        }
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add(Address);
        _app.MapPost("/model/{model}/invoke", (string model, HttpContext context) => Answer(model, context, isStream: false));
        _app.MapPost("/model/{model}/invoke-with-response-stream", (string model, HttpContext context) => Answer(model, context, isStream: true));
    }

    public string Address { get; }

    /// <summary>Calls since the start.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Calls by model and by how they ended.</summary>
    public ConcurrentDictionary<(string Model, BedrockFault Fault), int> Served { get; } = new();

    /// <summary>When the first word of the newest stream was sent, as a time stamp.</summary>
    public long FirstWordAt { get; private set; }

    /// <summary>Completes when a reader leaves a stream.</summary>
    public Task Left => _left.Task;

    /// <summary>The script.</summary>
    public Func<BedrockCall, BedrockReply> Script { get; set; } = _ => BedrockReply.Say("Nothing was scripted.");

    /// <summary>Settings with which the program talks to this server.</summary>
    public string[] Settings =>
    [
        "--Support:Model:Provider", "Bedrock", "--Support:Model:Endpoint", Address, "--Support:Model:Region", "us-east-1", "--Support:Model:AccessKey", "AKIATESTTESTTESTTEST",
        "--Support:Model:SecretKey", "not-a-secret", "--Support:Model:Supervisor", "test.main-v1:0", "--Support:Model:Fallback", "test.fallback-v1:0",
    ];

    public Task Start() => _app.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task Answer(string model, HttpContext context, bool isStream)
    {
        Interlocked.Increment(ref _calls);
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var reply = Script(new BedrockCall(model, body.RootElement));
        Served.AddOrUpdate((model, reply.Fault), 1, (_, count) => count + 1);
        if (reply.Before is { } before)
            await before();
        switch (reply.Fault)
        {
            case BedrockFault.Throttled:
                await Refuse(context, StatusCodes.Status429TooManyRequests, "ThrottlingException", "Too many requests, please wait before trying again.");
                break;
            case BedrockFault.ServerError:
                await Refuse(context, StatusCodes.Status500InternalServerError, "InternalServerException", "The system encountered an unexpected error.");
                break;
            case BedrockFault.Overloaded:
                await Refuse(context, StatusCodes.Status503ServiceUnavailable, "ServiceUnavailableException", "The service is overloaded.");
                break;
            case BedrockFault.ContextTooLong:
                await Refuse(context, StatusCodes.Status400BadRequest, "ValidationException", "Input is too long for requested model.");
                break;
            case BedrockFault.Hangs:
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            default:
                await (isStream ? Stream(context, reply) : Whole(context, reply));
                break;
        }
    }

    private static Task Refuse(HttpContext context, int status, string type, string message)
    {
        (context.Response.StatusCode, context.Response.Headers["x-amzn-ErrorType"]) = (status, type);
        return context.Response.WriteAsJsonAsync(new { message });
    }

    private static Task Whole(HttpContext context, BedrockReply reply)
    {
        if (reply.Fault != BedrockFault.None)
        {
            context.Abort();
            return Task.CompletedTask;
        }
        var content = new List<object>();
        if (reply.Text is not null)
            content.Add(new { type = "text", text = reply.Text });
        content.AddRange(reply.Calls.Select(call => new { type = "tool_use", id = NewId(), name = call.Tool, input = call.Arguments }));
        return context.Response.WriteAsJsonAsync(new
        {
            id = "msg_1",
            type = "message",
            role = "assistant",
            model = "test",
            content,
            stop_reason = StopReason(reply),
            stop_sequence = (string?)null,
            usage = new { input_tokens = 100, output_tokens = 20 },
        });
    }

    private async Task Stream(HttpContext context, BedrockReply reply)
    {
        context.Response.ContentType = "application/vnd.amazon.eventstream";
        context.Response.Headers["x-amzn-bedrock-content-type"] = "application/json";
        FirstWordAt = 0;
        try
        {
            foreach (var (frame, isWord) in Frames(reply))
            {
                if (isWord && FirstWordAt != 0 && reply.Between is { } between)
                    await between(context.RequestAborted);
                if (isWord && FirstWordAt == 0)
                    FirstWordAt = Stopwatch.GetTimestamp();
                await context.Response.Body.WriteAsync(frame, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
            if (reply.Fault == BedrockFault.CutStream)
                context.Abort();
        }
        catch (OperationCanceledException)
        {
            _left.TrySetResult();
        }
    }

    private static IEnumerable<(byte[] Frame, bool IsWord)> Frames(BedrockReply reply)
    {
        yield return Chunk(new { type = "message_start", message = new { id = "msg_1", type = "message", role = "assistant", model = "test", content = Array.Empty<object>(), stop_reason = (string?)null, stop_sequence = (string?)null, usage = new { input_tokens = 100, output_tokens = 1 } } });
        if (reply.Fault is BedrockFault.CutStream)
            yield break;
        if (reply.Fault == BedrockFault.StreamError)
        {
            yield return (BedrockFrames.Exception("modelStreamErrorException", "The model failed in the middle."), false);
            yield break;
        }
        var index = 0;
        if (reply.Text is { } text)
        {
            yield return Chunk(new { type = "content_block_start", index, content_block = new { type = "text", text = "" } });
            foreach (var word in text.Split(' '))
                yield return (BedrockFrames.Chunk(new { type = "content_block_delta", index, delta = new { type = "text_delta", text = $"{word} " } }), true);
            yield return Chunk(new { type = "content_block_stop", index });
            index++;
        }
        foreach (var (tool, arguments) in reply.Calls)
        {
            yield return Chunk(new { type = "content_block_start", index, content_block = new { type = "tool_use", id = NewId(), name = tool, input = new { } } });
            yield return Chunk(new { type = "content_block_delta", index, delta = new { type = "input_json_delta", partial_json = JsonSerializer.Serialize(arguments) } });
            yield return Chunk(new { type = "content_block_stop", index });
            index++;
        }
        if (reply.Fault == BedrockFault.MalformedFrame)
        {
            var broken = BedrockFrames.Chunk(new { type = "ping" });
            broken[^1] ^= 0xFF;
            yield return (broken, false);
            yield break;
        }
        yield return Chunk(new { type = "message_delta", delta = new { stop_reason = StopReason(reply), stop_sequence = (string?)null }, usage = new { output_tokens = 20 } });
        yield return Chunk(new { type = "message_stop" });
    }

    private static (byte[], bool) Chunk(object one) => (BedrockFrames.Chunk(one), false);

    private static string StopReason(BedrockReply reply) => reply.Calls.Count > 0 ? "tool_use" : "end_turn";

    private static string NewId() => $"toolu_{Guid.NewGuid():N}";
}
