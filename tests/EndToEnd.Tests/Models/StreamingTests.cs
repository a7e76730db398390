using System.Diagnostics;
using System.Text.Json;
using SupportAgents.Conversations;
using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Identity;
using SupportAgents.Shop;
using SupportAgents.Support.Bedrock;
using Xunit.Abstractions;

namespace SupportAgents.EndToEnd.Tests.Models;

/// <summary>The whole path: gateway, conversation, supervisor, specialist, tools and back, with two silos and the vendor's SDK.</summary>
public sealed class StreamingTests(TwoSilos cluster, ITestOutputHelper output) : IClassFixture<TwoSilos>
{
    private const string Reply = "Your parcel is on its way and the courier has it now.";
    private const int Turns = 60;

    /// <summary>The figure is 30 ms on a machine that does nothing else.</summary>
    private static readonly TimeSpan s_generous = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task The_first_token_reaches_the_client_while_the_model_still_speaks()
    {
        var delays = new List<double>();
        for (var turn = 0; turn < Turns; turn++)
        {
            var (customer, order) = cluster.Add();
            using var client = cluster.As(customer);
            var chat = await Chat.Open(client);
            // The model says its second word when the client has read the first.
            var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            cluster.Model.Script = call => Play(call, order) with { Between = _ => read.Task };

            using var events = await EventReader.Send(client, chat.Id, $"Where is {order.Id}?");
            await foreach (var (kind, _) in events.Read())
            {
                if (kind == "token" && read.TrySetResult())
                    delays.Add(Stopwatch.GetElapsedTime(cluster.Model.FirstWordAt).TotalMilliseconds);
            }
        }
        delays.Sort();
        output.WriteLine($"{delays.Count} turns, the model's first word to the client's first token: p50 {delays[delays.Count / 2]:F1} ms, p90 {delays[delays.Count * 9 / 10]:F1} ms, longest {delays[^1]:F1} ms");
        Assert.Equal(Turns, delays.Count);
        Assert.True(TimeSpan.FromMilliseconds(delays[delays.Count / 2]) < s_generous);
    }

    [Fact]
    public async Task Agent_and_tool_events_come_between_and_the_tokens_are_the_reply()
    {
        var (customer, order) = cluster.Add();
        using var client = cluster.As(customer);
        var chat = await Chat.Open(client);
        cluster.Model.Script = call => Play(call, order);

        var kinds = new List<string>();
        var tokens = "";
        JsonElement said = default;
        using var events = await EventReader.Send(client, chat.Id, $"Where is {order.Id}?");
        await foreach (var (kind, data) in events.Read())
        {
            if (kinds.Count == 0 || kinds[^1] != kind)
                kinds.Add(kind);
            if (kind == "token")
                tokens += data.GetProperty("text").GetString();
            if (kind == "agent_said")
                said = data.GetProperty("answer").Clone();
        }

        Assert.Equal(["message", "planned", "agent_started", "tool_called", "token", "agent_said"], kinds);
        Assert.Equal(Reply, tokens.Trim());
        Assert.Equal((Reply, "model"), (said.GetProperty("reply").GetString(), said.GetProperty("mode").GetString()));
    }

    [Fact]
    public async Task A_client_that_goes_away_does_not_stop_the_turn()
    {
        var (customer, order) = cluster.Add();
        using var client = cluster.As(customer);
        var chat = await Chat.Open(client);
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cluster.Model.Script = call => Play(call, order) with { Between = _ => gone.Task };

        using (var events = await EventReader.Send(client, chat.Id, $"Where is {order.Id}?", "message-1"))
            await foreach (var (kind, _) in events.Read())
                if (kind == "token")
                    break;
        gone.SetResult();
        var answer = await chat.Say($"Where is {order.Id}?", "message-1");

        Assert.Equal((Reply, AnswerMode.Model), (answer.Reply, answer.Mode));
        Assert.Equal(2, (await chat.History()).Count);
    }

    [Fact]
    public async Task A_turn_that_is_cancelled_stops_the_model()
    {
        var (customer, order) = cluster.Add();
        using var client = cluster.As(customer);
        var chat = await Chat.Open(client);
        cluster.Model.Script = call => Play(call, order) with { Between = token => Task.Delay(Timeout.InfiniteTimeSpan, token) };

        var kinds = new List<string>();
        using var events = await EventReader.Send(client, chat.Id, $"Where is {order.Id}?", "message-1");
        await foreach (var (kind, data) in events.Read())
        {
            kinds.Add(kind);
            if (kind == "token")
                await cluster.Grains.GetGrain<IConversationGrain>(chat.Id).Cancel(Principal.Customer(customer.Id), data.GetProperty("turnId").GetString()!);
        }
        await cluster.Model.Left;

        Assert.Equal("turn_cancelled", kinds[^1]);
        Assert.DoesNotContain("agent_said", kinds);
    }

    private static BedrockReply Play(BedrockCall call, Order order) =>
        call.HasResults ? BedrockReply.Say(Reply) : BedrockReply.Use(("track_order", new { order_id = order.Id }));
}

/// <summary>The same path with whole answers.</summary>
public sealed class WholeAnswerTests(WholeAnswers cluster) : IClassFixture<WholeAnswers>
{
    [Fact]
    public async Task A_turn_runs_without_streaming_from_the_model()
    {
        var (customer, order) = cluster.Add(OrderStatus.Pending);
        using var client = cluster.As(customer);
        var chat = await Chat.Open(client);
        cluster.Model.Script = call => call.HasResults ? BedrockReply.Say("You would get $60.00 back. Shall I go ahead?") : BedrockReply.Use(("cancel_pending_order", new { order_id = order.Id, reason = "no longer needed" }));

        var asked = await chat.Say($"Please cancel {order.Id}, it is no longer needed.");
        var done = await chat.Say("yes");

        Assert.Equal((AnswerMode.Model, AnswerStatus.AwaitingConfirmation, 2), (asked.Mode, asked.Status, asked.Usage.ModelCalls));
        Assert.Equal((0, OrderStatus.Cancelled), (done.Usage.ModelCalls, cluster.Shop.Orders[order.Id].Status));
    }

    [Fact]
    public async Task A_message_that_is_not_understood_is_routed_by_the_model()
    {
        var (customer, order) = cluster.Add();
        using var client = cluster.As(customer);
        var chat = await Chat.Open(client);
        const string text = "What of my stuff then, mate?";
        cluster.Model.Script = call => call.Routes ? BedrockReply.Use(("plan_requests", new { requests = new[] { new { ask = text, intent = "track_order" } } }))
            : call.HasResults ? BedrockReply.Say("It is shipped.") : BedrockReply.Use(("track_order", new { order_id = order.Id }));

        var answer = await chat.Say(text);

        Assert.Equal(("It is shipped.", 3, "orders"), (answer.Reply, answer.Usage.ModelCalls, answer.Agents.Single()));
    }

    [Fact]
    public async Task Two_asks_cost_at_most_five_calls()
    {
        var (customer, order) = cluster.Add();
        using var client = cluster.As(customer);
        var chat = await Chat.Open(client);
        cluster.Model.Script = call => call.Joins ? BedrockReply.Say($"Order {order.Id} is shipped, and a Desk Lamp costs from $30.00.")
            : call.HasResults ? BedrockReply.Say(call.Text.Contains("order specialist", StringComparison.Ordinal) ? $"Order {order.Id} is shipped." : "A Desk Lamp costs from $30.00.")
            : call.Text.Contains("order specialist", StringComparison.Ordinal) ? BedrockReply.Use(("track_order", new { order_id = order.Id })) : BedrockReply.Use(("find_products", new { query = "desk lamp" }));
        var before = cluster.Model.Calls;

        var answer = await chat.Say($"Where is {order.Id}? Recommend me a lamp.");

        Assert.Equal((5, 5), (cluster.Model.Calls - before, answer.Usage.ModelCalls));
        Assert.Equal($"Order {order.Id} is shipped, and a Desk Lamp costs from $30.00.", answer.Reply);
    }
}
