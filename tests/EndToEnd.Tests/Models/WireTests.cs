using System.Collections.Concurrent;
using SupportAgents.Conversations;
using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Shop;
using SupportAgents.Support.Bedrock;

namespace SupportAgents.EndToEnd.Tests.Models;

/// <summary>What goes to the model over the wire, and what comes back that no honest model would send.</summary>
public sealed class WireTests(TwoSilos cluster) : IClassFixture<TwoSilos>
{
    private const int Megabyte = 1_000_000;

    [Fact]
    public async Task A_model_is_told_no_customer_id_and_what_stays_the_same_is_marked_for_the_cache()
    {
        var (customer, order) = cluster.Add();
        var calls = new ConcurrentQueue<BedrockCall>();

        await Turns(customer, $"Where is {order.Id}?", call =>
        {
            calls.Enqueue(call);
            return call.HasResults ? BedrockReply.Say("It is shipped.") : BedrockReply.Use(("get_customer_details", new { }), ("list_orders", new { }), ("get_order_details", new { order_id = order.Id }));
        });

        Assert.Equal(2, calls.Count);
        foreach (var call in calls)
        {
            Assert.DoesNotContain(customer.Id, call.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("customer_id", call.Body.GetProperty("tools").GetRawText(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("confirm_proposal", call.Text, StringComparison.Ordinal);
            Assert.True(call.Body.GetProperty("system")[0].TryGetProperty("cache_control", out _));
        }
        Assert.Contains(order.Id, calls.Last().Newest, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Arguments_of_a_megabyte_or_cut_in_the_middle_go_back_as_a_sentence(bool isCut)
    {
        var (customer, order) = cluster.Add();
        var sizes = new ConcurrentQueue<int>();

        var answer = await Turns(customer, $"Where is {order.Id}?", call =>
        {
            sizes.Enqueue(call.Text.Length);
            return call.HasResults ? BedrockReply.Say("It is shipped.")
                : isCut ? BedrockReply.Use(("track_order", new { order_id = order.Id })) with { CutsArguments = true, StopReason = "max_tokens" }
                : BedrockReply.Use(("track_order", new { order_id = new string('W', Megabyte) }));
        });

        Assert.NotEqual(AnswerStatus.Failed, answer.Status);
        Assert.DoesNotContain("WWWW", answer.Reply, StringComparison.Ordinal);
        Assert.All(sizes, size => Assert.InRange(size, 1, Megabyte / 10));
    }

    private async Task<Answer> Turns(Customer customer, string text, Func<BedrockCall, BedrockReply> script)
    {
        using var client = cluster.As(customer);
        cluster.Model.Script = script;
        return await (await Chat.Open(client)).Say(text);
    }
}
