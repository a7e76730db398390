using System.Collections.Concurrent;
using System.Diagnostics;

namespace SupportAgents.Bench.Load;

/// <summary>One step of the measurement: a number of conversations, so many of them at once.</summary>
internal static class LoadRun
{
    /// <summary>What each customer says, one after the other: reads, knowledge, ranking, two asks, and a write that is proposed and declined.</summary>
    private static readonly (string Kind, string Text)[] Script =
    [
        ("order status", "Where is my last order?"),
        ("policy", "What is your return policy?"),
        ("recommendation", "Can you recommend something for me?"),
        ("two asks", "Show me my orders, and how long does shipping take?"),
        ("write proposed", "I want to cancel my last order, I no longer need it"),
        ("write declined", "No, leave it"),
    ];

    /// <summary>Runs each sentence a few times, so that the figures are those of a silo that has been up for a while.</summary>
    public static async Task WarmUp(ShopVisitors shop, CancellationToken cancellationToken) =>
        await Execute(shop, conversations: 20, atOnce: 4, cancellationToken);

    /// <summary>Runs the step.</summary>
    public static async Task<LoadReport> Execute(ShopVisitors shop, int conversations, int atOnce, CancellationToken cancellationToken)
    {
        var times = new ConcurrentBag<(string Kind, TimeSpan Time)>();
        var failures = new ConcurrentBag<string>();
        var wrong = 0;
        var watch = Stopwatch.StartNew();
        var options = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, conversations), options, async (number, stopping) =>
        {
            try
            {
                Interlocked.Add(ref wrong, await Converse(shop, number, times, stopping));
            }
            catch (HttpRequestException failure)
            {
                failures.Add(failure.Message);
            }
        });
        return new LoadReport(atOnce, watch.Elapsed, [.. times], [.. failures], wrong);
    }

    /// <summary>Returns how many messages were not answered exactly once.</summary>
    private static async Task<int> Converse(ShopVisitors shop, int number, ConcurrentBag<(string, TimeSpan)> times, CancellationToken cancellationToken)
    {
        var visit = await shop.Open(number, cancellationToken);
        foreach (var (kind, text) in Script)
        {
            var start = Stopwatch.GetTimestamp();
            await visit.Say(text, Guid.NewGuid().ToString("N"), cancellationToken);
            times.Add((kind, Stopwatch.GetElapsedTime(start)));
        }
        var history = await visit.History(cancellationToken);
        var answers = history.Where(item => item.Answer is not null).Select(item => item.Answer!.MessageId).ToList();
        return Math.Abs(history.Count(item => item.Role == "customer") - Script.Length)
            + Math.Abs(answers.Count - Script.Length) + (answers.Count - answers.Distinct().Count());
    }
}
