using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SupportAgents.Support.Bedrock;

/// <summary>A server that speaks Bedrock's wire format for Claude, whole and streamed, and answers by a script.</summary>
public sealed class ScriptedBedrock : IAsyncDisposable
{
    /// <summary>The ids in <see cref="Settings"/>.</summary>
    public const string Main = "test.main-v1:0", Fallback = "test.fallback-v1:0";

    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private static readonly TimeSpan s_wordsArrive = TimeSpan.FromMilliseconds(30);
    private readonly WebApplication _app;
    private int _calls;

    public ScriptedBedrock()
    {
        Address = $"http://127.0.0.1:{Ports.Free()}";
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
        "--Support:Model:SecretKey", "not-a-secret", "--Support:Model:Supervisor", Main, "--Support:Model:Fallback", Fallback,
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
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var reply = Script(new BedrockCall(model, body.RootElement.Clone(), context.Features.Get<IHttpRequestFeature>()!.RawTarget, headers));
        Served.AddOrUpdate((model, reply.Fault), 1, (_, count) => count + 1);
        if (reply.Before is { } before)
            await before();
        switch (reply.Fault)
        {
            case BedrockFault.Throttled:
                if (reply.RetryAfter is { } wait)
                    context.Response.Headers.RetryAfter = wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
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
            case BedrockFault.Retired:
                await Refuse(context, StatusCodes.Status404NotFound, "ResourceNotFoundException", "This model version has reached the end of its life.");
                break;
            case BedrockFault.Forbidden:
                await Refuse(context, StatusCodes.Status403Forbidden, "UnrecognizedClientException", "The security token included in the request is invalid.");
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
        if (reply.Fault == BedrockFault.None)
            return context.Response.WriteAsJsonAsync(BedrockAnswers.Whole(reply));
        context.Abort();
        return Task.CompletedTask;
    }

    private async Task Stream(HttpContext context, BedrockReply reply)
    {
        context.Response.ContentType = "application/vnd.amazon.eventstream";
        context.Response.Headers["x-amzn-bedrock-content-type"] = "application/json";
        FirstWordAt = 0;
        try
        {
            foreach (var (frame, isWord) in BedrockAnswers.Frames(reply))
            {
                if (isWord && FirstWordAt != 0 && reply.Between is { } between)
                    await between(context.RequestAborted);
                if (isWord && FirstWordAt == 0)
                    FirstWordAt = Stopwatch.GetTimestamp();
                await context.Response.Body.WriteAsync(frame, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
            // A reset throws away what the reader has not taken yet: the words shall arrive.
            if (reply.Fault == BedrockFault.CutAnswer)
                await Task.Delay(s_wordsArrive, context.RequestAborted);
            if (reply.Fault is BedrockFault.CutStream or BedrockFault.CutAnswer)
                context.Abort();
        }
        catch (OperationCanceledException)
        {
            _left.TrySetResult();
        }
    }
}
