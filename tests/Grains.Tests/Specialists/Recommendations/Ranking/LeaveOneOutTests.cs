using SupportAgents.Support;
using SupportAgents.Grains.Tests.Fakes;
using SupportAgents.Shop;
using Xunit.Abstractions;

namespace SupportAgents.Grains.Tests.Specialists.Recommendations.Ranking;

public sealed class LeaveOneOutTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Ranking_on_known_tastes_is_clearly_above_popularity(int seed, bool described)
    {
        var (products, baskets) = KnownTastes.Generate(seed, tastes: 20, perTaste: 40, customers: 2_000, described);
        var figures = LeaveOneOut.Run(products, baskets, seed);
        Print($"known tastes, seed {seed}, described {described}", figures);
        Assert.True(figures[0].HitAt5 > 2 * figures[1].HitAt5, "hit@5 of the ranking must be above twice popularity's");
        Assert.True(figures[0].HitAt10 > 2 * figures[1].HitAt10, "hit@10 of the ranking must be above twice popularity's");
        Assert.True(figures[1].HitAt10 > figures[2].HitAt10, "popularity must be above chance, else the set says nothing");
    }

    [SkippableFact]
    public void Ranking_on_the_retail_data_is_reported_beside_popularity_and_random()
    {
        var folder = SharedData.Find("retail/import");
        Skip.If(folder is null, "shared/data/retail/import is not beside the repository");
        var products = SharedData.Read<Product>(folder, "products.jsonl");
        var baskets = SharedData.Read<Order>(folder, "orders.jsonl").Where(order => order.Status != OrderStatus.Cancelled).GroupBy(order => order.CustomerId)
            .ToDictionary(group => group.Key, group => group.SelectMany(order => order.Items).Select(item => item.ProductId).Distinct().ToArray());
        var runs = Enumerable.Range(1, 5).Select(seed => LeaveOneOut.Run(products, baskets, seed)).ToList();
        var mean = Enumerable.Range(0, 3).Select(i => runs[0][i] with { HitAt5 = runs.Average(run => run[i].HitAt5), HitAt10 = runs.Average(run => run[i].HitAt10) }).ToList();
        Print("retail data, mean of 5 choices of the hidden product", mean);
        Assert.True(mean[0].Customers > 100);
        // The orders of this data are random, so there is nothing to learn: no more is asked than to be no worse than chance.
        Assert.True(mean[0].HitAt10 > mean[2].HitAt10 - 0.03);
    }

    private void Print(string title, IReadOnlyList<LeaveOneOut.Figures> figures)
    {
        output.WriteLine(title);
        foreach (var figure in figures)
            output.WriteLine($"  {figure}");
    }
}
