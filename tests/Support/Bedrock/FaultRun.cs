using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SupportAgents.Support.Bedrock;

/// <summary>How the model's calls go wrong during a run.</summary>
/// <param name="Fault">In which way.</param>
/// <param name="Share">How many of them, 0 to 1.</param>
/// <param name="OnlyMain">True: the fallback model works.</param>
public sealed record FaultCase(BedrockFault Fault, double Share, bool OnlyMain);

/// <summary>A customer's client, and an order of theirs to ask for.</summary>
/// <param name="Client">Signed in.</param>
/// <param name="OrderId">The order.</param>
public sealed record FaultVisitor(HttpClient Client, string OrderId);

/// <summary>
/// Turns over HTTP while a share of the model's calls fails, and then turns until the model answers again. Who answered is
/// seen by the words: both models say who they are, the built-in reasoner says neither.
/// </summary>
/// <param name="model">The fake.</param>
/// <param name="visitor">The customer of a turn.</param>
/// <param name="isOpen">Whether the main model's circuit is open on any silo.</param>
public sealed partial class FaultRun(ScriptedBedrock model, Func<int, FaultVisitor> visitor, Func<bool> isOpen)
{
    private const string First = "That is what I know about", Second = "This is what I can say about";
    private const int Repeated = 10;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs it.</summary>
    public async Task<FaultReport> Execute(FaultCase faults, int turns, int atOnce, int seed = 7)
    {
        var results = new ConcurrentBag<FaultTurn>();
        var (random, calls, opened) = (new Random(seed), model.Calls, false);
        model.Script = call => Play(call, Draw(random, faults, call.Model));
        await Parallel.ForEachAsync(Enumerable.Range(0, turns), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (turn, _) =>
        {
            results.Add(await Turn(visitor(turn), repeat: turn % Repeated == 0));
            opened |= isOpen();
        });
        calls = model.Calls - calls;
        model.Script = call => Play(call, BedrockFault.None);
        return new FaultReport(faults, [.. results], calls, opened, await Recover());
    }

    /// <summary>The time until the model answers and its circuit is closed; null when that does not come.</summary>
    private async Task<TimeSpan?> Recover()
    {
        var started = Stopwatch.GetTimestamp();
        for (var turn = 0; Stopwatch.GetElapsedTime(started) < s_patience; turn++)
            if ((await Turn(visitor(turn), repeat: false)).By == FaultTurn.Main && !isOpen())
                return Stopwatch.GetElapsedTime(started);
        return null;
    }

    private static async Task<FaultTurn> Turn(FaultVisitor visitor, bool repeat)
    {
        var (client, started) = (visitor.Client, Stopwatch.GetTimestamp());
        var opened = await Read(await client.PostAsJsonAsync("/v1/conversations", new { }));
        var messages = $"/v1/conversations/{opened.GetProperty("conversationId").GetString()}/messages";
        var key = Guid.NewGuid().ToString("N");
        var answer = await Say(client, messages, visitor.OrderId, key);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var reply = answer.GetProperty("reply").GetString()!;
        var isSame = !repeat || (await Say(client, messages, visitor.OrderId, key)).GetProperty("reply").GetString() == reply;
        var items = (await Read(await client.GetAsync(messages))).GetProperty("items").EnumerateArray().ToList();
        var isOnce = isSame && items.Count == 2 && items[1].GetProperty("text").GetString() == reply;
        var by = reply.Contains(First, StringComparison.Ordinal) ? FaultTurn.Main : reply.Contains(Second, StringComparison.Ordinal) ? FaultTurn.Fallback : FaultTurn.BuiltIn;
        var isAnswered = reply.Contains(visitor.OrderId, StringComparison.Ordinal) && answer.GetProperty("status").GetString() == "answered"
            && (by == FaultTurn.BuiltIn) == (answer.GetProperty("mode").GetString() == "degraded");
        return new FaultTurn(by, isAnswered, isOnce, elapsed);
    }

    private static async Task<JsonElement> Say(HttpClient client, string messages, string orderId, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, messages) { Content = JsonContent.Create(new { text = $"Where is {orderId}?" }) };
        request.Headers.Add("Idempotency-Key", key);
        return await Read(await client.SendAsync(request));
    }

    private static async Task<JsonElement> Read(HttpResponseMessage response)
    {
        using (response)
            return await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    private static BedrockFault Draw(Random random, FaultCase faults, string modelId)
    {
        lock (random)
            return random.NextDouble() < faults.Share && !(faults.OnlyMain && modelId == ScriptedBedrock.Fallback) ? faults.Fault : BedrockFault.None;
    }

    private static BedrockReply Play(BedrockCall call, BedrockFault fault)
    {
        // The customer's words come last; what is known about the customer stands before them and names other orders.
        var order = (OrderId().Matches(call.Newest) is { Count: > 0 } newest ? newest : OrderId().Matches(call.Text))[^1].Value;
        var reply = call.HasResults
            ? BedrockReply.Say($"{(call.Model == ScriptedBedrock.Main ? First : Second)} {order}.")
            : BedrockReply.Use(("track_order", new { order_id = order }));
        return reply with { Fault = fault };
    }

    [GeneratedRegex(@"#[A-Z]\d{4,}")]
    private static partial Regex OrderId();
}
