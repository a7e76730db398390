using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace SupportAgents.Silo.Tests.ModelProviders;

/// <summary>A server that speaks the OpenAI protocol as local model servers do, whole and streamed.</summary>
public sealed class ScriptedOpenAi : IAsyncLifetime
{
    private readonly WebApplication _app;

    public ScriptedOpenAi()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v1/chat/completions", Answer);
    }

    public string Endpoint => $"{_app.Urls.First()}/v1";

    /// <summary>The newest request.</summary>
    public JsonElement Request { get; private set; }

    /// <summary>The newest request's key.</summary>
    public string Authorization { get; private set; } = "";

    /// <summary>The status of the next answers, and what they ask to wait.</summary>
    public (int Status, string? RetryAfter, string Message) Refusal { get; set; }

    public int Calls { get; private set; }

    public Task InitializeAsync() => _app.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        Calls++;
        Request = (await JsonDocument.ParseAsync(context.Request.Body)).RootElement;
        Authorization = context.Request.Headers.Authorization.ToString();
        if (Refusal.Status > 0)
        {
            context.Response.StatusCode = Refusal.Status;
            if (Refusal.RetryAfter is { } wait)
                context.Response.Headers.RetryAfter = wait;
            await context.Response.WriteAsJsonAsync(new { error = new { message = Refusal.Message, type = "error" } });
            return;
        }
        var wantsTool = Request.TryGetProperty("tools", out _) && Request.GetProperty("messages").EnumerateArray().Last().GetProperty("role").GetString() != "tool";
        object[] calls = [new { index = 0, id = "call_1", type = "function", function = new { name = "track_order", arguments = """{"order_id":"#W1"}""" } }];
        if (!Request.TryGetProperty("stream", out var stream) || !stream.GetBoolean())
        {
            await context.Response.WriteAsJsonAsync(Whole(wantsTool, calls));
            return;
        }
        context.Response.ContentType = "text/event-stream";
        foreach (var delta in wantsTool ? (object[])[new { role = "assistant", tool_calls = calls }] : [new { role = "assistant", content = "Hello " }, new { content = "there." }])
            await Send(context, new { choices = new[] { new { index = 0, delta, finish_reason = (string?)null } } });
        await Send(context, new { choices = new[] { new { index = 0, delta = new { }, finish_reason = wantsTool ? "tool_calls" : "stop" } } });
        await Send(context, new { choices = Array.Empty<object>(), usage = new { prompt_tokens = 7, completion_tokens = 3, total_tokens = 10 } });
        await context.Response.WriteAsync("data: [DONE]\n\n");
    }

    private static object Whole(bool wantsTool, object[] calls) => new
    {
        id = "1",
        @object = "chat.completion",
        model = "local",
        choices = new[] { new { index = 0, message = wantsTool ? (object)new { role = "assistant", content = (string?)null, tool_calls = calls } : new { role = "assistant", content = "Hello there." }, finish_reason = wantsTool ? "tool_calls" : "stop" } },
        usage = new { prompt_tokens = 7, completion_tokens = 3, total_tokens = 10 },
    };

    private static Task Send(HttpContext context, object chunk)
    {
        var json = JsonSerializer.SerializeToNode(chunk)!.AsObject();
        (json["id"], json["object"], json["model"]) = ("1", "chat.completion.chunk", "local");
        return context.Response.WriteAsync($"data: {json.ToJsonString()}\n\n");
    }
}
