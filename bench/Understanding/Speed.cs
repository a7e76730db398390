using System.Diagnostics;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Shop;

namespace SupportAgents.Bench.Understanding;

/// <summary>How long a message takes on one thread.</summary>
internal static class Speed
{
    private const int Rounds = 3;

    /// <summary>Prints a line for each size of the catalogue; the first round is not counted.</summary>
    public static async Task Print(IUnderstanding understanding, IReadOnlyList<string> messages, int[] sizes, CancellationToken cancellationToken)
    {
        Console.WriteLine($"{messages.Count} messages, {Rounds} rounds, processor time of one thread");
        foreach (var size in sizes)
        {
            var products = MadeUpShop.Products(size);
            var context = new UnderstandingContext { Now = TimeProvider.System.GetUtcNow(), Products = products, Orders = MadeUpShop.Orders(products) };
            var clock = Stopwatch.StartNew();
            await understanding.Understand("where is my order", context, cancellationToken);
            var index = clock.Elapsed;
            var times = new List<double>();
            for (var round = 0; round <= Rounds; round++)
            {
                foreach (var message in messages)
                {
                    var start = ThreadTime.Milliseconds;
                    await understanding.Understand(message, context, cancellationToken);
                    if (round > 0)
                        times.Add(ThreadTime.Milliseconds - start);
                }
            }
            times.Sort();
            Console.WriteLine($"{size,7} products: p50 {At(times, 0.5):0.00} ms, p99 {At(times, 0.99):0.00} ms, slowest {times[^1]:0.0} ms; catalogue indexed in {index.TotalSeconds:0.00} s");
        }
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];
}
