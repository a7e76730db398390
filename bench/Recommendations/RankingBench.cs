using System.Diagnostics;
using SupportAgents.Grains.Specialists.Recommendations;
using SupportAgents.Grains.Specialists.Recommendations.Ranking;
using SupportAgents.Grains.Specialists.Recommendations.Search;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Bench.Recommendations;

/// <summary>Builds what a silo keeps in memory for recommendations, then measures whole recommendations on one core.</summary>
internal sealed class RankingBench
{
    private const int WarmUp = 200;
    private readonly Recommender _recommender;
    private readonly RankingState _state;

    private RankingBench(Recommender recommender, RankingState state) => (_recommender, _state) = (recommender, state);

    /// <summary>Builds and prints how long each part took and what it holds.</summary>
    public static async Task<RankingBench> Build(GeneratedShop shop)
    {
        Console.WriteLine($"{shop.Products.Count:N0} products, {shop.Orders.Count:N0} customers, {shop.Orders.Sum(pair => pair.Value.Count):N0} orders, {shop.Lines:N0} lines; " +
            $"{Environment.ProcessorCount} cores, {Environment.Version}\n");
        Console.WriteLine($"{"part",-34}{"built in s",12}{"holds MB",12}");
        var (stores, state) = (new ShopInMemory(shop), new RankingState());
        var indexes = new CatalogIndexCache(stores);
        var total = new Part("all", 0, 0);
        total += await Measure("purchases and ratings", () =>
        {
            state.Apply(shop.Orders.SelectMany(pair => pair.Value).Select(Purchased));
            state.Replace([.. shop.Stars.Select(pair => new ProductRatings(pair.Key, pair.Value))]);
            return Task.CompletedTask;
        });
        total += await Measure("word search of the catalogue", () => indexes.Index(default));
        total += await Measure("content vectors of the catalogue", () => indexes.Features(default));
        total += await Measure("ranker", async () => await state.Ranker(await indexes.Features(default), default));
        total.Print();
        return new RankingBench(new Recommender(indexes, state, stores, stores, stores, stores, TimeProvider.System), state);
    }

    /// <summary>Asks for recommendations of each kind, one after the other on one core, and prints the table.</summary>
    public async Task Ask(GeneratedShop shop, int requests, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
            Process.GetCurrentProcess().ProcessorAffinity = 1;
        var random = new Random(1);
        string[] customers = [.. shop.Orders.Keys];
        string Product() => shop.Products[random.Next(shop.Products.Count)].Id;
        (string Kind, Func<RecommendArguments> Next)[] kinds =
        [
            ("for you", () => new()),
            ("for you, of some words", () => new() { Query = $"word{random.Next(50)}" }),
            ("for you, under a price, an option", () => new() { MaxPrice = 40, Options = new() { ["color"] = "red" } }),
            ("similar to", () => new() { SimilarTo = Product() }),
            ("cheaper than", () => new() { CheaperThan = Product() }),
            ("goes with", () => new() { GoesWith = Product() }),
            ("a gift under a price", () => new() { Gift = true, MaxPrice = 50 }),
        ];
        Console.WriteLine($"\n{"recommendation",-36}{"p50 ms",9}{"p99 ms",9}{"max ms",9}   {requests:N0} requests after {WarmUp} to warm up, one core");
        var all = new List<double>();
        foreach (var (kind, next) in kinds)
        {
            for (var i = 0; i < WarmUp; i++)
                await _recommender.Recommend(customers[random.Next(customers.Length)], next(), cancellationToken);
            var times = new List<double>();
            for (var i = 0; i < requests; i++)
            {
                var (customer, arguments) = (customers[random.Next(customers.Length)], next());
                var started = Stopwatch.GetTimestamp();
                await _recommender.Recommend(customer, arguments, cancellationToken);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
            Print(kind, times);
            all.AddRange(times);
        }
        Print("all", all);
        Arrivals(shop);
    }

    /// <summary>What a changed order costs, and the ranker that is made after it.</summary>
    private void Arrivals(GeneratedShop shop)
    {
        var orders = shop.Orders.Values.SelectMany(own => own).Take(10_000).Select(order => Purchased(order) with { ProductIds = [shop.Products[^1].Id] }).ToArray();
        var started = Stopwatch.GetTimestamp();
        _state.Apply(orders);
        var applied = Stopwatch.GetElapsedTime(started);
        started = Stopwatch.GetTimestamp();
        _state.Publish();
        Console.WriteLine($"\nan order that arrives: {applied.TotalMicroseconds / orders.Length:0.0} µs; the ranker after some arrived: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0.0} ms, in the background");
    }

    private static PurchasedOrder Purchased(Order order) => new()
    {
        OrderId = order.Id,
        CustomerId = order.CustomerId,
        Status = order.Status,
        PlacedAt = order.PlacedAt,
        ProductIds = [.. order.Items.Select(item => item.ProductId)],
    };

    private static void Print(string kind, List<double> times)
    {
        times.Sort();
        Console.WriteLine($"{kind,-36}{times[times.Count / 2],9:0.00}{times[(int)(times.Count * 0.99)],9:0.00}{times[^1],9:0.00}");
    }

    private static async Task<Part> Measure(string name, Func<Task> build)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        await build();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var part = new Part(name, seconds, (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6);
        part.Print();
        return part;
    }

    private sealed record Part(string Name, double Seconds, double Megabytes)
    {
        public static Part operator +(Part left, Part right) => left with { Seconds = left.Seconds + right.Seconds, Megabytes = left.Megabytes + right.Megabytes };

        public void Print() => Console.WriteLine($"{Name,-34}{Seconds,12:0.0}{Megabytes,12:0}");
    }
}
