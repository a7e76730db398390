using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Shop;
using SupportAgents.Silo.Verbs;
using SupportAgents.Support;
using Xunit.Abstractions;

namespace SupportAgents.EndToEnd.Tests;

/// <summary>Other people's orders, over HTTP: the owner learns the truth, a stranger nothing.</summary>
public sealed class OrderStatusTests(ITestOutputHelper output)
{
    private const int Draws = 200;
    private const int Seed = 4711;

    [SkippableFact]
    public async Task Owners_get_the_true_status_and_strangers_nothing()
    {
        var folder = SharedData.Require("retail", "import");
        var data = Directory.CreateTempSubdirectory("support-e2e-").FullName;
        Assert.Equal(0, await SupportVerbs.TryRun(["import", folder, "--data", data]));
        await using var server = await StandaloneServer.StartOn(data, "--demo", "false");

        var orders = SharedData.Read<Order>(folder, "orders.jsonl");
        var random = new Random(Seed);
        var drawn = orders.OrderBy(_ => random.Next()).Take(Draws).ToList();
        var (right, leaks) = (0, new List<string>());
        foreach (var order in drawn)
        {
            using var owner = server.As(order.CustomerId);
            var reply = (await (await Chat.Open(owner)).Say($"Where is my order {order.Id}?")).Reply;
            if (SaysStatus(reply, order) && order.TrackingIds.All(id => reply.Contains(id, StringComparison.Ordinal)))
                right++;
            else
                output.WriteLine($"{order.Id} is {order.Status}: {reply}");

            var strangerId = orders[random.Next(orders.Count)].CustomerId;
            if (strangerId == order.CustomerId)
                continue;
            using var stranger = server.As(strangerId);
            var refused = (await (await Chat.Open(stranger)).Say($"Where is my order {order.Id}?")).Reply;
            if (!refused.Contains("not found", StringComparison.OrdinalIgnoreCase) || Details(order).Any(detail => refused.Contains(detail, StringComparison.OrdinalIgnoreCase)))
                leaks.Add($"{order.Id}: {refused}");
        }
        output.WriteLine($"{right} of {drawn.Count} right, {leaks.Count} leaks (seed {Seed})");
        Assert.Equal(drawn.Count, right);
        Assert.Empty(leaks);
        Directory.Delete(data, recursive: true);
    }

    private static bool SaysStatus(string reply, Order order) =>
        reply.Contains(order.Status.ToString(), StringComparison.OrdinalIgnoreCase) && reply.Contains(order.Id, StringComparison.Ordinal);

    private static IEnumerable<string> Details(Order order) =>
        [.. order.TrackingIds, .. order.Items.Select(item => item.Name), order.Address!.Line1, order.Address.City, .. (order.Payments ?? []).Select(entry => entry.PaymentMethodId), order.CustomerId];
}
