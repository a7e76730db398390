using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.EndToEnd.Tests.Models;
using SupportAgents.Shop;
using Xunit.Abstractions;

namespace SupportAgents.EndToEnd.Tests.Gateway;

/// <summary>Two silos, two gateways, a model that streams word by word, and clients whose connection breaks.</summary>
public sealed class ResumeTests(TwoSilos cluster, ITestOutputHelper output) : IClassFixture<TwoSilos>
{
    private const int Seed = 20_261;
    private const int Cuts = 200;
    private const string Reply = "Your parcel is on its way and the courier has it now.";

    [Fact]
    public async Task Turns_that_are_cut_off_at_200_random_places_lose_and_repeat_nothing_on_the_other_gateway()
    {
        var random = new Random(Seed);
        var (early, unfinished, none) = (0, 0, 0);
        for (var cut = 0; cut < Cuts; cut++)
        {
            var (customer, order) = cluster.Add();
            using var first = cluster.As(customer, cut % 2);
            using var other = cluster.As(customer, (cut + 1) % 2);
            var chat = await Chat.Open(first);
            cluster.Model.Script = call => Play(call, order);

            var seen = await CutStream.Say(first, chat.Id, $"Where is {order.Id}?", random.Next(2_800));
            // Some are cut off a second time, and some come back to the gateway that they lost.
            if (cut % 3 == 0 && !IsOver(seen))
                seen.AddRange(await CutStream.Resume(other, chat.Id, LastId(seen), "agent_said", random.Next(1, 2_000)));
            early += seen.Any(one => one.Name == "token") ? 0 : 1;
            none += seen.Count == 0 ? 1 : 0;
            if (!IsOver(seen))
            {
                unfinished++;
                seen.AddRange(await CutStream.Resume(cut % 4 == 0 ? first : other, chat.Id, LastId(seen), "agent_said"));
            }

            var whole = await CutStream.Resume(other, chat.Id, null, "agent_said");
            Assert.Equal(whole, seen);
            Assert.Equal(whole.Count, whole.DistinctBy(one => one.Id).Count());
            Assert.True(whole.Count(one => one.Name == "token") > 3 && whole[0].Name == "message", string.Join(" ", whole.Select(one => one.Name)));
        }
        output.WriteLine($"{Cuts} turns: {unfinished} cut off before their end, {early} before the first word, {none} before the first event; each event once and in order.");
        Assert.True(unfinished > Cuts * 9 / 10);
    }

    [Fact]
    public async Task Two_tabs_see_one_thread_in_one_order_while_messages_come_in_a_burst()
    {
        var (customer, order) = cluster.Add();
        using var left = cluster.As(customer, 0);
        using var right = cluster.As(customer, 1);
        var chat = await Chat.Open(left);
        cluster.Model.Script = call => Play(call, order);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => new Chat(i % 2 == 0 ? left : right, chat.Id).Say($"Where is {order.Id}?", $"message-{i}")));
        var tabs = await Task.WhenAll(Follow(left), Follow(right));

        Assert.Equal(tabs[0], tabs[1]);
        Assert.Equal(6, tabs[0].Count(one => one.Name == "message"));
        Assert.All(answers, answer => Assert.Equal(Reply, answer.Reply));
        var history = await chat.History();
        Assert.Equal(
            history.Where(item => item.Role == "customer").Select(item => $"{item.Id}.answer"),
            history.Where(item => item.Role == "agent").Select(item => item.Id));

        async Task<List<(string Id, string Name)>> Follow(HttpClient client)
        {
            var events = new List<(string Id, string Name)>();
            while (events.Count(one => one.Name == "agent_said") < 6)
                events.AddRange(await CutStream.Resume(client, chat.Id, LastId(events), "agent_said"));
            return events;
        }
    }

    private static bool IsOver(List<(string Id, string Name)> seen) => seen.Count > 0 && seen[^1].Name == "agent_said";

    private static string? LastId(List<(string Id, string Name)> seen) => seen.Count == 0 ? null : seen[^1].Id;

    private static BedrockReply Play(BedrockCall call, Order order) => call.HasResults
        ? BedrockReply.Say(Reply) with { Between = async _ => await Task.Yield() }
        : BedrockReply.Use(("track_order", new { order_id = order.Id }));
}
